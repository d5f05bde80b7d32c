import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

const expectationSchema = z.union([
  /** A goal as text; places count from where the bot started. */
  z.string(),
  z.strictObject({ chat: z.string() }),
  z.strictObject({ count: z.record(z.string(), z.number()) }),
  z.strictObject({ holdsNot: z.array(z.string()) }),
  z.strictObject({ nearby: z.string() }),
  z.strictObject({ food: z.number() }),
])

const exampleSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  code: z.string(),
  /** Commands that prepare the place; bare coordinates count from the bot. */
  start: z.array(z.string()).default([]),
  expect: expectationSchema,
})

export type VoyagerExample = z.infer<typeof exampleSchema>

/** Skills in Voyager's style, each with a start and what must hold afterwards. */
export function voyagerExamples(): readonly VoyagerExample[] {
  const folder = join(import.meta.dirname, 'voyager-library')
  return readdirSync(folder)
    .sort()
    .flatMap((file) => z.array(exampleSchema).parse(parse(readFileSync(join(folder, file), 'utf8'))))
}

/** Writes skills as a Voyager checkpoint holds them: `skill/` with code, descriptions and `skills.json`. */
export function writeVoyagerCheckpoint(
  checkpoint: string,
  skills: readonly Pick<VoyagerExample, 'name' | 'description' | 'code'>[],
): void {
  const folder = join(checkpoint, 'skill')
  for (const part of ['code', 'description', 'vectordb']) mkdirSync(join(folder, part), { recursive: true })
  const listed: Record<string, { code: string; description: string }> = {}
  for (const { name, description: text, code } of skills) {
    const description = `async function ${name}(bot) {\n    // ${text}\n}`
    writeFileSync(join(folder, 'code', `${name}.js`), code)
    writeFileSync(join(folder, 'description', `${name}.txt`), description)
    listed[name] = { code, description }
  }
  writeFileSync(join(folder, 'skills.json'), JSON.stringify(listed))
}
