import type { ActCompletion, FinishedMessage, RunSetup } from '../messages.ts'

/** The part of vm2 that a skill process uses. */
export type VmConstructor = new (options: {
  eval: false
  wasm: false
  bufferAllocLimit: number
}) => { run(code: string, filename: string): unknown }

/** What the world inside vm2 calls. Strings only: no object of this process is ever handed in. */
export interface RealmPort {
  /** Answers a read with the JSON text of a `value` or `refused` message. */
  ask(request: string): string
  /** Passes on an act or a note. */
  tell(request: string): void
}

/** A fresh vm2 world in which one run happens. */
export interface Realm {
  deliver(act: number, completion: ActCompletion): void
  /** Where the run stands after a turn. */
  state(): RealmState
}

export interface RealmState {
  /** Null while the entry function has not ended. */
  readonly finished: Omit<FinishedMessage, 'type' | 'fuelUsed'> | null
  readonly fuelUsed: number
  readonly pendingActs: number
}

/** The functions that the facade hands out. Each takes and gives strings, and never throws. */
interface RealmControls {
  link(): void
  deliver(act: number, completion: string): void
  state(): string
}

/** Builds the world inside vm2 and starts the run; skill code begins in the next microtask. */
export function openRealm(Vm: VmConstructor, facade: string, port: RealmPort, setup: RunSetup): Realm {
  const vm = new Vm({ eval: false, wasm: false, bufferAllocLimit: 1 << 20 })
  const open = vm.run(facade, 'kithcraft') as (
    ask: RealmPort['ask'],
    tell: RealmPort['tell'],
    setup: string,
  ) => RealmControls
  const { modules, ...rest } = setup
  const controls = open(port.ask, port.tell, JSON.stringify(rest))
  for (const { name, code } of modules) vm.run(code, `skill:${name}`)
  controls.link()
  return {
    deliver: (act, completion) => controls.deliver(act, JSON.stringify(completion)),
    state: () => JSON.parse(controls.state()) as RealmState,
  }
}
