import { existsSync } from 'node:fs'
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
 * checkpoint is named. Null where there is none.
 */
export function voyagerFolder(path: string): string | null {
  const folders = [path, join(path, 'skill')]
  return folders.find((folder) => existsSync(join(folder, 'skills.json'))) ?? null
}

/** Name of the file with a version's code: `mineLogs.js`, then `mineLogsV2.js`, `mineLogsV3.js`. */
export function codeFileName(name: string, version: number): string {
  return version === 1 ? `${name}.js` : `${name}V${version}.js`
}
