import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { errorMessage, InputError } from '../core/errors.ts'
import type { Document } from '../mind/document-beliefs.ts'

/** A longer text would crowd out everything else that an agent has in mind. */
const MOST_CHARACTERS = 200_000

/**
 * Reads the documents of a team. Throws an InputError that names the file when one cannot be read, is no text or is too
 * long, and when two have the same name.
 */
export function readDocuments(paths: readonly string[]): readonly Document[] {
  const documents = paths.map((path) => ({ name: basename(path), text: readText(path) }))
  const twice = documents.find(
    ({ name }, index) => documents.findIndex((other) => other.name === name) < index,
  )
  if (twice === undefined) return documents
  throw new InputError(
    `Two documents are called "${twice.name}": agents name them by their file names, so give each its own.`,
  )
}

function readText(path: string): string {
  const text = tryToRead(path)
  if (text.includes('\0')) {
    throw new InputError(`The document "${path}" is no text. Give a file in Markdown or plain text.`)
  }
  if (text.length > MOST_CHARACTERS) {
    throw new InputError(
      `The document "${path}" has ${text.length} characters; at most ${MOST_CHARACTERS} are read. Give the part that matters.`,
    )
  }
  return text
}

function tryToRead(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new InputError(
      `Cannot read the document "${path}": ${errorMessage(error)}. Correct "documents" in the team file.`,
      { cause: error },
    )
  }
}
