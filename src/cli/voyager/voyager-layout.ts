import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** `skills.json` of a Voyager checkpoint: the newest code and the description of every skill, by name. */
export const voyagerSkillsSchema = z.record(
  z.string(),
  z.object({ code: z.string(), description: z.string().default('') }),
)

export type VoyagerSkills = Readonly<z.infer<typeof voyagerSkillsSchema>>

/**
 * The folder that holds `code/`, `description/` and `skills.json`: the one that is named, or `skill/` in it where a whole
 * checkpoint is named. Without `skills.json`, which some copies lack, `code/` is enough. Null where there is none.
 */
export function voyagerFolder(path: string): string | null {
  const folders = [path, join(path, 'skill')]
  const listed = folders.find((folder) => existsSync(join(folder, 'skills.json')))
  return listed ?? folders.find((folder) => codeFiles(folder).length > 0) ?? null
}

/** Names of the files in `code/`, without `.js`, in their order; none where there is no such folder. */
export function codeFiles(folder: string): readonly string[] {
  const code = join(folder, 'code')
  if (!existsSync(code)) return []
  return readdirSync(code)
    .flatMap((file) => (file.endsWith('.js') ? [file.slice(0, -3)] : []))
    .sort()
}

/** The skill that a file is a version of: `mineLogs` of `mineLogsV2`. */
export function skillOfFile(file: string): string {
  return file.replace(/V\d+$/, '')
}

/** Name of the file with a version's code: `mineLogs.js`, then `mineLogsV2.js`, `mineLogsV3.js`. */
export function codeFileName(name: string, version: number): string {
  return version === 1 ? `${name}.js` : `${name}V${version}.js`
}
