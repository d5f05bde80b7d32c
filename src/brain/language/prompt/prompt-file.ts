import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelRole } from '../../../core/model-call.ts'
import { packageRoot } from '../../../core/package-root.ts'

/** A prompt as it is written down: what never changes, and the paragraphs that a request fills in. */
export interface PromptFile {
  readonly role: ModelRole
  readonly system: string
  /** Paragraphs of the user's part. One whose slots are all empty is left out. */
  readonly paragraphs: readonly string[]
}

/** Names of the slots in a text: `{{task}}`. */
export function slotsIn(text: string): readonly string[] {
  return [...text.matchAll(SLOT)].map((match) => match[1] ?? '')
}

export function fillSlots(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(SLOT, (_slot, name: string) => values[name] ?? '')
}

const SLOT = /\{\{(\w+)\}\}/g

/** The prompts of all roles. They lie as `.md` files beside the sources, in the repository and in the package. */
export function loadPrompt(role: ModelRole): PromptFile {
  const path = join(packageRoot(), 'src', 'brain', 'language', 'prompts', `${role}.md`)
  const [system = '', user] = readFileSync(path, 'utf8').split(/^# User$/m)
  if (user === undefined) throw new Error(`The prompt "${path}" has no line "# User".`)
  const paragraphs = user.trim().split(/\n{2,}/)
  return {
    role,
    system: system.replace(/^# System$/m, '').trim(),
    paragraphs: [`Request: ${role}`, ...paragraphs],
  }
}
