import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootTag, stringTag } from '../../../../server/protocol/tags.ts'
import { encodeTag, encodeTagFile } from '../../../../server/saving/binary.ts'
import { packRecord } from '../../../../server/saving/region-file.ts'
import { type SaveChanges, SaveFolder } from '../../../../server/saving/save-folder.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const support = new URL('../../../support/', import.meta.url).pathname

/** A save whose files all name the same word. */
async function changesOf(word: string): Promise<SaveChanges> {
  const record = await packRecord(encodeTag(rootTag({ word: stringTag(word) })))
  return {
    files: new Map([['level.dat', encodeTagFile(rootTag({ word: stringTag(word) }))]]),
    records: [0, 40, -1].map((x) => ({ kind: 'region', x, z: 0, record })),
  }
}

/** The words in all files. */
function wordsIn(folder: SaveFolder): readonly (string | null)[] {
  const columns = [0, 40, -1].map((x) => folder.readRecord('region', x, 0, (tag) => tag.string('word')))
  return [folder.readTags('level.dat', (tag) => tag.string('word')), ...columns]
}

describe('SaveFolder', () => {
  it('gives back what was saved, and leaves other columns of a region alone', async () => {
    const path = temporaryFolder()
    const folder = await SaveFolder.open(path)
    expect(wordsIn(folder)).toEqual([null, null, null, null])
    await folder.commit(await changesOf('one'))
    const record = await packRecord(encodeTag(rootTag({ word: stringTag('two') })))
    await folder.commit({ files: new Map(), records: [{ kind: 'region', x: 1, z: 0, record }] })
    expect(wordsIn(folder)).toEqual(['one', 'one', 'one', 'one'])
    await folder.commit({ files: new Map(), records: [{ kind: 'region', x: 0, z: 0, record: null }] })
    expect(wordsIn(folder)).toEqual(['one', null, 'one', 'one'])
    expect(folder.readRecord('region', 1, 0, (tag) => tag.string('word'))).toBe('two')
    folder.close()
  })

  it('belongs to one server at a time, but not to a dead one', async () => {
    const path = temporaryFolder()
    const folder = await SaveFolder.open(path)
    await expect(SaveFolder.open(path)).rejects.toThrow(
      `Another server, process ${process.pid}, uses the save folder`,
    )
    folder.close()
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.once('exit', resolve))
    writeFileSync(join(path, 'kithcraft.lock'), String(child.pid))
    const again = await SaveFolder.open(path)
    again.close()
    expect(existsSync(join(path, 'kithcraft.lock'))).toBe(false)
  })

  it('forgets what a crash left incomplete, and finishes what was complete', async () => {
    const path = temporaryFolder()
    const folder = await SaveFolder.open(path)
    await folder.commit(await changesOf('one'))
    folder.close()
    mkdirSync(join(path, '.saving', 'new'), { recursive: true })
    const two = encodeTagFile(rootTag({ word: stringTag('two') }))
    writeFileSync(join(path, '.saving', 'new', 'level.dat'), two)
    const forgotten = await SaveFolder.open(path)
    expect(wordsIn(forgotten)[0]).toBe('one')
    forgotten.close()
    mkdirSync(join(path, '.saving', 'new'), { recursive: true })
    writeFileSync(join(path, '.saving', 'new', 'level.dat'), two)
    writeFileSync(join(path, '.saving', 'complete'), '')
    const finished = await SaveFolder.open(path)
    expect(wordsIn(finished)).toEqual(['two', 'one', 'one', 'one'])
    expect(await finished.names()).toEqual(expect.arrayContaining(['level.dat', 'region']))
    finished.close()
  })

  it.each(['region/r.0.0.mca', 'playerdata/someone.dat'])('names a torn file: %s', async (name) => {
    const path = temporaryFolder()
    const folder = await SaveFolder.open(path)
    const changes = await changesOf('one')
    await folder.commit({
      ...changes,
      files: new Map([['playerdata/someone.dat', encodeTagFile(rootTag({}))]]),
    })
    folder.close()
    const file = join(path, name)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, name.endsWith('mca') ? 8200 : bytes.length - 5))
    const opening = SaveFolder.open(path)
    await expect(opening).rejects.toThrow(`Cannot read the save file "${file}"`)
    await expect(opening).rejects.toThrow('put a copy of the folder from before in its place')
    expect(existsSync(join(path, 'kithcraft.lock'))).toBe(false)
  })

  it('is whole after its process was killed at any moment', async () => {
    const path = temporaryFolder()
    const seen = new Set<string>()
    for (let round = 0; round < 8; round++) {
      await killedAfter(path, 1 + (round % 4))
      const folder = await SaveFolder.open(path)
      const words = wordsIn(folder)
      expect(new Set(words).size, words.join()).toBe(1)
      if (words[0] !== null) seen.add(String(words[0]))
      folder.close()
    }
    expect(seen.size).toBeGreaterThan(3)
  })
})

/** Lets another process save into the folder without end, and kills it in the middle of a save. */
async function killedAfter(path: string, saves: number): Promise<void> {
  const child = spawn(process.execPath, [join(support, 'save-loop.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let started = 0
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      started += chunk.toString().split('\n').length - 1
      if (started > saves) child.kill('SIGKILL')
    })
    child.once('exit', () => resolve())
  })
}
