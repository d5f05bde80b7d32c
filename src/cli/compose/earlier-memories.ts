import type { Json } from '../../core/json.ts'
import type { MemoryChange } from '../../core/memory-change.ts'
import { earlierLife } from '../../memory/earlier-life.ts'
import { importDocument } from '../../memory/import-document.ts'
import { memoryDocument } from '../../memory/memory-document.ts'
import { VolatileMemory } from '../../memory/volatile-memory.ts'
import { isStation } from '../../mind/percept-beliefs.ts'
import { loadMemories, type RecordedMemories } from '../recorded-memory.ts'
import type { TeamAgent, TeamFile } from '../team-schema.ts'

/** What the agents of a team bring along from the run that their team file names. */
export class EarlierMemories {
  readonly #team: TeamFile
  readonly #run: string
  readonly #recorded: RecordedMemories | null

  /**
   * @param run id of the run that begins
   * @throws InputError when the team file names no run
   */
  constructor(team: TeamFile, run: string) {
    this.#team = team
    this.#run = run
    this.#recorded = team.memory.from === null ? null : loadMemories(team.memory.from)
  }

  /** @param before what the agent's memory begins with, which comes first */
  changesFor({ name, faculties }: TeamAgent, before: readonly MemoryChange[]): readonly MemoryChange[] {
    const memory = this.#recorded?.memories.get(name)
    if (this.#recorded === null || memory === undefined) return []
    const { run, tick } = this.#recorded
    const life = { end: tick, world: this.#world(this.#recorded.team), faculties, isStation }
    // A run in simulated time is called after its team file: played again, it has the same name.
    const origin = run === this.#run ? `earlier-${run}` : run
    const document = earlierLife(memoryDocument({ run: origin, agent: name }, memory), life)
    const beginning = new VolatileMemory()
    beginning.apply(0, before)
    return importDocument(document, { run: this.#run, agent: name }, beginning)
  }

  #world(earlier: Json): 'begun-anew' | 'gone-on' | null {
    if (typeof earlier !== 'object' || earlier === null) return null
    const { world, server, seed, version } = this.#team
    const isSame = (key: string, value: unknown) =>
      JSON.stringify(Reflect.get(earlier, key)) === JSON.stringify(value)
    if (server !== null) return isSame('server', server) ? 'gone-on' : null
    const isSameLand = isSame('world', world) && isSame('seed', seed) && isSame('version', version)
    return isSameLand ? 'begun-anew' : null
  }
}
