import { EventEmitter } from 'node:events'
import type * as z from 'zod'
import { type MessageEndpoint, serveBody } from '../../body/body-service.ts'
import { keepInStep } from '../../body/lockstep/keep-in-step.ts'
import { ManualPace } from '../../body/pace.ts'
import type { VirtualClock } from '../../body/virtual-clock.ts'
import { fullSpeed } from '../../core/run-control.ts'
import type { ViewerServer } from '../../web/viewer-server.ts'
import { type Simulation, type SimulationOptions, startSimulation } from './simulation.ts'
import type { simulationOrderSchema } from './simulation-messages.ts'

type Order = z.output<typeof simulationOrderSchema>

export interface PlayedWorldOptions {
  readonly clock: VirtualClock
  readonly shared: NonNullable<SimulationOptions['shared']>
  /** To the minds. */
  readonly send: (message: unknown) => void
}

/** A simulated world with its end of the channel to the minds. */
export class PlayedWorld {
  readonly #endpoint: WorldEndpoint
  readonly #clock: VirtualClock
  readonly #pace: ManualPace
  readonly #simulation: Promise<Simulation>
  #stopTime: () => void = () => {}
  #viewer: ViewerServer | null = null

  constructor({ viewerPort, agents, pace, ...world }: Order, { clock, shared, send }: PlayedWorldOptions) {
    this.#endpoint = new WorldEndpoint(send)
    this.#clock = clock
    this.#pace = new ManualPace(pace)
    clock.renew(this.#pace)
    this.#simulation = this.#start({ ...world, shared }, agents, viewerPort)
  }

  receive(message: unknown): void {
    this.#endpoint.emit('message', message)
  }

  /** Ends it, whatever is under way. Nothing is sent afterwards. */
  async end(): Promise<void> {
    const { server } = await this.#simulation
    this.#pace.set(fullSpeed)
    this.#endpoint.emit('disconnect')
    await this.#clock.until(this.#endpoint.left)
    await this.#clock.until(server.close())
    await this.#viewer?.close()
    this.#endpoint.close()
    this.#stopTime()
  }

  async #start(
    options: SimulationOptions,
    agents: readonly string[],
    viewerPort: number | null,
  ): Promise<Simulation> {
    const simulation = await startSimulation(options, this.#clock)
    const { body } = simulation
    if (viewerPort !== null) {
      const { startViewerServer } = await import('../../web/viewer-server.ts')
      const botOf = (agent: string) => body.viewable(agent)
      this.#viewer = await startViewerServer({ agents, botOf, port: viewerPort })
    }
    // While the others join.
    body.onEvent((event) => event.type === 'bot-joined' && body.warmUp(event.agent))
    serveBody(body, this.#endpoint, keepInStep(this.#endpoint, this.#clock, this.#pace))
    this.#stopTime = this.#clock.run()
    return simulation
  }
}

/** One world's end of a channel that may go on to the next. */
class WorldEndpoint extends EventEmitter implements MessageEndpoint {
  readonly #left = Promise.withResolvers<void>()
  #send: ((message: unknown) => void) | null

  constructor(send: (message: unknown) => void) {
    super()
    this.#send = send
  }

  /** Resolves when the body of the world has been closed. */
  get left(): Promise<void> {
    return this.#left.promise
  }

  send(message: unknown): void {
    this.#send?.(message)
  }

  exit(): void {
    this.#left.resolve()
  }

  close(): void {
    this.#send = null
  }
}
