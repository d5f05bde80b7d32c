import type { DatabaseSync } from 'node:sqlite'
import { InputError } from '../core/errors.ts'

export const MEMORY_SCHEMA_VERSION = 2

/**
 * Creates the tables in a new file and checks the version of an old one. Records are JSON; a `number` keeps the order in
 * which they came, and the `…_words` tables hold the keywords that searches run on.
 */
export function prepareSchema(database: DatabaseSync, path: string): void {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  if (tables.length === 0) database.exec(`BEGIN IMMEDIATE; ${CREATE_TABLES}; COMMIT`)
  else if (!tables.some((table) => table.name === 'memory_state')) throw foreignFile(path)
  takeOver(database)
  const version = database.prepare('SELECT schema_version FROM memory_state').get()?.schema_version
  if (version !== MEMORY_SCHEMA_VERSION) throw otherVersion(path, String(version))
}

/** Brings a file of the first format up to date: it knew no vectors and never forgot a belief. */
function takeOver(database: DatabaseSync): void {
  if (database.prepare('SELECT schema_version FROM memory_state').get()?.schema_version !== 1) return
  database.exec(`BEGIN IMMEDIATE;
    ALTER TABLE memory_state ADD COLUMN issued INTEGER NOT NULL DEFAULT 0;
    UPDATE memory_state SET schema_version = 2, issued = (SELECT count(*) FROM beliefs);
    ${CREATE_VECTORS};
    COMMIT`)
}

/** A cache: what a model made of a text. The key is a digest of the text. */
const CREATE_VECTORS = `CREATE TABLE vectors (
  model TEXT NOT NULL, digest BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, digest)
) WITHOUT ROWID`

const CREATE_TABLES = `
  CREATE TABLE memory_state (schema_version INTEGER NOT NULL, sequence INTEGER NOT NULL, issued INTEGER NOT NULL);
  INSERT INTO memory_state VALUES (${MEMORY_SCHEMA_VERSION}, -1, 0);
  CREATE TABLE episodes (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
  CREATE TABLE messages (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
  CREATE TABLE beliefs (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
  CREATE TABLE tasks (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL, record TEXT NOT NULL
  );
  CREATE TABLE skills (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL,
    record TEXT NOT NULL, UNIQUE (name, version)
  );
  ${CREATE_VECTORS};
  CREATE VIRTUAL TABLE episodes_words USING fts5(words, content='', contentless_delete=1);
  CREATE VIRTUAL TABLE beliefs_words USING fts5(words, content='', contentless_delete=1);
  CREATE VIRTUAL TABLE skills_words USING fts5(words, content='', contentless_delete=1)`

function foreignFile(path: string): InputError {
  return new InputError(
    `"${path}" is an SQLite file, but not the memory of an agent. Move it away: the memory is rebuilt from the run's ` +
      'journal the next time the run is opened.',
  )
}

function otherVersion(path: string, version: string): InputError {
  return new InputError(
    `The memory "${path}" has the format ${version}, and this Kithcraft reads format ${MEMORY_SCHEMA_VERSION}. ` +
      "Delete the file: it is rebuilt from the run's journal the next time the run is opened.",
  )
}
