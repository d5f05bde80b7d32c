import type { Fuel } from './fuel.ts'

/** Strings in, strings out: the only functions from outside vm2 that the facade holds. Skill code never gets them. */
export interface Port {
  ask(request: string): string
  tell(request: string): void
}

export interface ActResult {
  readonly ok: boolean
  readonly message: string
  readonly code?: string
  readonly value?: unknown
}

/** The facade's way to the body. */
export interface Gate {
  /** Answers at once; throws an Error when the body refuses. */
  read<T>(method: string, ...parameters: readonly unknown[]): T
  /** Takes game time. Rejects only for wrong arguments. */
  act(method: string, ...parameters: readonly unknown[]): Promise<ActResult>
  chat(text: string): void
  skill(name: string, phase: 'entered' | 'returned' | 'threw'): void
}

/** The gate as the realm drives it. */
export interface DrivenGate extends Gate {
  /** Ends the act with the JSON text of its completion. */
  deliver(act: number, completion: string): void
  pendingActs(): number
}

/** Fuel that a request costs; the supervisor counts requests by the same price. */
const REQUEST_FUEL = 10
const MAX_REQUEST_CHARACTERS = 60_000
const MAX_PENDING_ACTS = 16
const MAX_CACHED_ANSWERS = 200
const MAX_CHAT_CHARACTERS = 500

export function createGate(port: Port, fuel: Fuel): DrivenGate {
  const pending = new Map<number, { settle: (completion: Completion) => void }>()
  /** Answers of this turn: the world does not move while code computes, unless an act has begun. */
  const answers = new Map<string, unknown>()
  let lastAct = 0

  const act = (method: string, ...parameters: readonly unknown[]): Promise<ActResult> => {
    fuel.spend(REQUEST_FUEL)
    if (pending.size >= MAX_PENDING_ACTS) {
      throw new Error(
        `Cannot start "${method}": ${MAX_PENDING_ACTS} acts are under way already. Await them first.`,
      )
    }
    const text = requestText({ type: 'act', act: lastAct + 1, method, parameters })
    lastAct += 1
    const failure = new Error()
    const { promise, resolve, reject } = Promise.withResolvers<ActResult>()
    pending.set(lastAct, {
      settle: (completion) => {
        if (completion.type === 'result') return resolve(completion.result)
        failure.message = completion.message
        reject(failure)
      },
    })
    answers.clear()
    port.tell(text)
    return promise
  }

  return {
    act,
    read: (method, ...parameters) => {
      fuel.spend(REQUEST_FUEL)
      const request = requestText({ method, parameters })
      if (answers.has(request)) return answers.get(request) as never
      const reply = JSON.parse(port.ask(request))
      if (reply.type === 'refused') throw new Error(reply.message)
      if (answers.size < MAX_CACHED_ANSWERS) answers.set(request, reply.value)
      return reply.value
    },
    chat: (text) => {
      fuel.spend(REQUEST_FUEL)
      port.tell(requestText({ type: 'chat', text: text.slice(0, MAX_CHAT_CHARACTERS) }))
    },
    skill: (name, phase) => {
      fuel.spend(REQUEST_FUEL)
      port.tell(requestText({ type: 'skill', name, phase }))
    },
    deliver: (id, completion) => {
      const waiting = pending.get(id)
      pending.delete(id)
      answers.clear()
      waiting?.settle(JSON.parse(completion))
    },
    pendingActs: () => pending.size,
  }
}

type Completion =
  | { readonly type: 'result'; readonly result: ActResult }
  | { readonly type: 'error'; readonly message: string }

function requestText(request: object): string {
  const text = JSON.stringify(request)
  if (text.length <= MAX_REQUEST_CHARACTERS) return text
  throw new Error(
    `The arguments take ${text.length} characters; at most ${MAX_REQUEST_CHARACTERS} pass to the body. Pass less.`,
  )
}
