import { createGameRegistry, type GameRegistry } from '../../../server/data/game-registry.ts'
import type { SkillSandbox } from '../../core/sandbox.ts'
import { ProcessSandbox, prepareSandboxKit, type SandboxKit } from '../../sandbox/process-sandbox.ts'
import type { GameVersion } from '../team-schema.ts'
import type { SharedParts } from './simulation.ts'

/** What a process that simulates one world after another keeps for the next. */
export class KeptParts {
  readonly #registries = new Map<GameVersion, GameRegistry>()
  readonly #idle: ProcessSandbox[] = []
  #kit: Promise<SandboxKit> | null = null
  #lent = 0

  /** Whether all sandboxes are back. */
  get isComplete(): boolean {
    return this.#lent === 0
  }

  /** Parts for a world, which has to end before the next gets any. */
  of(version: GameVersion): SharedParts {
    const registry = this.#registries.get(version) ?? createGameRegistry(version)
    this.#registries.set(version, registry)
    return { registry, createSandbox: () => this.#lend() }
  }

  /** Ends the processes that wait for another world; a world that is still to come gets new ones. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((sandbox) => sandbox.close()))
  }

  #lend(): SkillSandbox {
    this.#kit ??= prepareSandboxKit()
    const kit = this.#kit
    const sandbox = this.#idle.pop() ?? new ProcessSandbox(() => kit)
    this.#lent += 1
    return new LentSandbox(sandbox, async (isIdle) => {
      this.#lent -= 1
      if (isIdle) this.#idle.push(sandbox)
      else await sandbox.close()
    })
  }
}

/** A sandbox that goes back when it is closed. */
class LentSandbox implements SkillSandbox {
  readonly #sandbox: ProcessSandbox
  readonly #giveBack: (isIdle: boolean) => Promise<void>
  #isBack = false
  #runs = 0

  /** @param giveBack told whether nothing runs in it */
  constructor(sandbox: ProcessSandbox, giveBack: (isIdle: boolean) => Promise<void>) {
    this.#sandbox = sandbox
    this.#giveBack = giveBack
  }

  warmUp(): void {
    this.#sandbox.warmUp()
  }

  async run(...[request, host, signal]: Parameters<SkillSandbox['run']>) {
    if (this.#isBack) throw new Error('Cannot run a skill: the sandbox is closed.')
    this.#runs += 1
    try {
      return await this.#sandbox.run(request, host, signal)
    } finally {
      this.#runs -= 1
    }
  }

  async close(): Promise<void> {
    if (this.#isBack) return
    this.#isBack = true
    await this.#giveBack(this.#runs === 0)
  }
}
