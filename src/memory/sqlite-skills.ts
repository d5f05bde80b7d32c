import type { Goal } from '../core/goal.ts'
import type { SkillLibrary } from '../core/memory.ts'
import { type Skill, type SkillStatistics, skillSchema } from '../core/skill.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { skillsReaching } from './skills-reaching.ts'
import { forgetWords, indexWords, matchExpression } from './word-index.ts'

/** The skill library of one agent, in its SQLite file. Statistics of a version that it does not hold are ignored. */
export class SqliteSkills implements SkillLibrary {
  readonly #database: MemoryDatabase
  #usable: readonly Skill[] | null = null
  #all: readonly Skill[] | null = null

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  usable(): readonly Skill[] {
    const sql = `SELECT record FROM skills WHERE ${IS_USABLE} ORDER BY name`
    this.#usable ??= this.#database.records(skillSchema, sql)
    return this.#usable
  }

  /** All versions of all skills, retired ones included, by name, oldest first. */
  all(): readonly Skill[] {
    const sql = 'SELECT record FROM skills ORDER BY name, version'
    this.#all ??= this.#database.records(skillSchema, sql)
    return this.#all
  }

  find(name: string, version?: number): Skill | null {
    const sql =
      'SELECT record FROM skills WHERE name = ?1 AND version = coalesce(?2, version) ORDER BY version DESC LIMIT 1'
    return this.#database.records(skillSchema, sql, name, version ?? null)[0] ?? null
  }

  search(query: string, limit: number): readonly Skill[] {
    const expression = matchExpression(query)
    if (expression === null) return []
    return this.#database.records(
      skillSchema,
      `SELECT record FROM skills_words JOIN skills ON number = skills_words.rowid
       WHERE skills_words MATCH ? AND ${IS_USABLE} ORDER BY bm25(skills_words), name LIMIT ?`,
      expression,
      limit,
    )
  }

  reaching(goal: Goal): readonly Skill[] {
    return skillsReaching(this.usable(), goal)
  }

  set(skill: Skill): void {
    this.forgetCache()
    this.#database.run(
      `INSERT INTO skills (name, version, status, record) VALUES (?, ?, ?, ?)
       ON CONFLICT (name, version) DO UPDATE SET status = excluded.status, record = excluded.record`,
      skill.name,
      skill.version,
      skill.status,
      JSON.stringify(skill),
    )
    const number = this.#numberOf(skill.name, skill.version) ?? 0
    indexWords(this.#database, 'skills', number, [skill.name, skill.description])
  }

  forget(name: string, version: number): void {
    const number = this.#numberOf(name, version)
    if (number === null) return
    this.forgetCache()
    forgetWords(this.#database, 'skills', number)
    this.#database.run('DELETE FROM skills WHERE number = ?', number)
  }

  setStatistics(name: string, version: number, statistics: SkillStatistics): void {
    const skill = this.find(name, version)
    if (skill !== null) this.set({ ...skill, statistics })
  }

  forgetCache(): void {
    this.#usable = null
    this.#all = null
  }

  #numberOf(name: string, version: number): number | null {
    const sql = 'SELECT number FROM skills WHERE name = ? AND version = ?'
    return this.#database.number(sql, name, version)
  }
}

const IS_USABLE = `version = (
  SELECT max(version) FROM skills AS same WHERE same.name = skills.name AND same.status <> 'retired')`
