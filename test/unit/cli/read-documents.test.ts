import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../../src/cli/read-documents.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('readDocuments()', () => {
  it('reads texts by their names', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'rules.txt'), 'Be kind.')
    expect(readDocuments([join(folder, 'rules.txt')])).toEqual([{ name: 'rules.txt', text: 'Be kind.' }])
  })

  it('refuses what is not there, is no text, is too long or has a name that is taken', () => {
    const folder = temporaryFolder()
    const write = (name: string, content: string) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    expect(() => readDocuments([join(folder, 'gone.md')])).toThrow(/Cannot read the document ".*gone\.md"/)
    expect(() => readDocuments([folder])).toThrow('Cannot read the document')
    expect(() => readDocuments([write('picture.png', '\0\0')])).toThrow('is no text')
    expect(() => readDocuments([write('long.md', 'x'.repeat(200_001))])).toThrow('at most 200000')
    mkdirSync(join(folder, 'other'))
    const twice = [write('a.md', 'one'), write('other/a.md', 'two')]
    expect(() => readDocuments(twice)).toThrow('Two documents are called "a.md"')
  })
})
