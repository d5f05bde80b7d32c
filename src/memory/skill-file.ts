import { basename } from 'node:path'
import { Document, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import * as z from 'zod'
import { InputError } from '../core/errors.ts'
import { type Skill, skillNameSchema, skillSchema } from '../core/skill.ts'

/**
 * A skill as the text of a JavaScript file: its header as YAML in a leading comment, then its source.
 *
 *     /*---
 *     name: mineLogs
 *     description: Mines logs until that many are in the inventory.
 *     parameters:
 *       - { name: count, type: count, description: how many logs, default: 1 }
 *     postcondition: { type: have, item: oak_log, count: $count }
 *     ---*\/
 *     async function mineLogs(bot, count = 1) { … }
 */
export function formatSkillFile(skill: Skill): string {
  const { source, ...header } = skill
  return `${OPENING}\n${formatHeader(header)}${CLOSING}\n${source}\n`
}

/**
 * Reads what formatSkillFile wrote, or a person. Only `name` and `description` must be there: a header without version,
 * status, provenance and statistics is a seed skill's. Throws an InputError that names the file, the line and the fix.
 *
 * @param path names the file in errors
 */
export function parseSkillFile(text: string, path: string): Skill {
  const { header, source } = splitFile(text, path)
  const lines = new LineCounter()
  const document = parseDocument(header, { lineCounter: lines })
  const [syntaxError] = document.errors
  if (syntaxError !== undefined) {
    const line = lines.linePos(syntaxError.pos[0]).line + 1
    throw unreadable(path, line, firstLine(syntaxError.message), 'Correct the YAML of the header')
  }
  const checked = headerSchema.safeParse(document.toJS())
  if (checked.success) return { ...checked.data, source }
  const [issue] = checked.error.issues
  const place = issue?.path ?? []
  const line = lineOf(document, place, lines)
  throw unreadable(
    path,
    line,
    `"${place.join('.')}": ${issue?.message ?? 'unknown'}`,
    'Correct the header there',
  )
}

const OPENING = '/*---'
const CLOSING = '---*/'

/** A skill that a person wrote has not said with what version of a skill it was proved: it ships with the first. */
const callSchema = z.union([
  z.strictObject({ name: skillNameSchema, version: z.number().int().positive() }),
  skillNameSchema.transform((name) => ({ name, version: 1 })),
])

const headerSchema = z.strictObject({
  ...skillSchema.omit({ source: true }).shape,
  parameters: z
    .array(
      z.strictObject({
        ...skillSchema.shape.parameters.element.shape,
        default: skillSchema.shape.parameters.element.shape.default.default(null),
      }),
    )
    .default([]),
  precondition: skillSchema.shape.precondition.default(null),
  postcondition: skillSchema.shape.postcondition.default(null),
  calls: z.array(callSchema).default([]),
  version: skillSchema.shape.version.default(1),
  status: skillSchema.shape.status.default('verified'),
  provenance: skillSchema.shape.provenance.default({ author: 'seed', task: '', run: '', tick: 0 }),
  statistics: skillSchema.shape.statistics.default({ runs: 0, successes: 0, lastTick: null }),
})

function splitFile(text: string, path: string): { header: string; source: string } {
  const match = /^\uFEFF?\/\*---\r?\n(?<header>[\s\S]*?)---\*\/\r?\n(?<source>[\s\S]*)$/.exec(text)
  if (match?.groups === undefined) {
    const reason = text.startsWith(OPENING) ? `the header has no closing "${CLOSING}"` : 'it has no header'
    throw unreadable(
      path,
      1,
      reason,
      `Start the file with a header between the lines "${OPENING}" and "${CLOSING}" that gives name and description`,
    )
  }
  const { header = '', source = '' } = match.groups
  const trimmed = source.replace(/\n$/, '')
  if (trimmed.trim() === '') {
    const line = header.split('\n').length + 2
    throw unreadable(path, line, 'it has no source', 'Write one "async function name(bot)" after the header')
  }
  return { header, source: trimmed }
}

/** YAML whose strings are quoted wherever they could end the comment or lose a character. */
function formatHeader(header: Omit<Skill, 'source'>): string {
  const document = new Document(header, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && !PLAIN.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: 0 }).replaceAll('*/', '*\\/')
}

/** Printable text that YAML keeps as it is, without quotes or as a block of lines. */
const PLAIN = /^(?!\s)(?:(?!\*\/| \n)[\n -~\u00a1-\u1fff])*(?<!\s)$/

function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lines: LineCounter,
) {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line + 1
    }
  }
  return 2
}

function unreadable(path: string, line: number, reason: string, fix: string): InputError {
  return new InputError(`Cannot read the skill file "${path}", line ${line}: ${reason}. ${fix}.`)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}

/** Throws an InputError unless the file is named after its skill, as `load` and people expect. */
export function checkFileName(skill: Skill, path: string): void {
  const wanted = [`${skill.name}.js`, `${skill.name}.v${skill.version}.js`]
  if (wanted.includes(basename(path))) return
  const fix = `Name the file "${wanted[0]}", or the skill after the file`
  throw unreadable(path, 2, `it holds the skill "${skill.name}"`, fix)
}
