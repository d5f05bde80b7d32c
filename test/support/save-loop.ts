import { randomBytes } from 'node:crypto'
import { rootTag, stringTag } from '../../server/protocol/tags.ts'
import { encodeTag, encodeTagFile } from '../../server/saving/binary.ts'
import { packRecord } from '../../server/saving/region-file.ts'
import { SaveFolder } from '../../server/saving/save-folder.ts'

/** Saves into the folder without end, all files with one word; prints a line at the start of each save. */
const folder = await SaveFolder.open(process.argv[2] ?? '')
for (;;) {
  const word = randomBytes(4).toString('hex')
  const record = await packRecord(encodeTag(rootTag({ word: stringTag(word) })))
  const files = new Map([['level.dat', encodeTagFile(rootTag({ word: stringTag(word) }))]])
  process.stdout.write(`${word}\n`)
  await folder.commit({ files, records: [0, 40, -1].map((x) => ({ kind: 'region', x, z: 0, record })) })
}
