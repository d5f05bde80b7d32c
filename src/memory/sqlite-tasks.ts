import { type Task, taskSchema } from '../core/desire.ts'
import type { TaskMemory } from '../core/memory.ts'
import type { MemoryDatabase } from './memory-database.ts'

/** The tasks that one agent took up, in its SQLite file. */
export class SqliteTasks implements TaskMemory {
  readonly #database: MemoryDatabase

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  current(): Task | null {
    const sql = "SELECT record FROM tasks WHERE status = 'open' ORDER BY number DESC LIMIT 1"
    return this.#database.records(taskSchema, sql)[0] ?? null
  }

  all(): readonly Task[] {
    return this.#database.records(taskSchema, 'SELECT record FROM tasks ORDER BY number')
  }

  set(task: Task): void {
    this.#database.run(
      `INSERT INTO tasks (id, status, record) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, record = excluded.record`,
      task.id,
      task.status,
      JSON.stringify(task),
    )
  }
}
