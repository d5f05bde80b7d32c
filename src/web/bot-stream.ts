import { realTimers } from '../core/real-timers.ts'
import type { ViewableBot } from './viewable-bot.ts'
import { loadWorldView, type ViewEmitter } from './world-view.ts'

/** One viewer's connection: a socket.io socket fits. */
export interface ViewSocket {
  emit(event: string, data: unknown): unknown
}

/** Columns of blocks that are sent in each direction. */
const viewDistance = 4

/**
 * Shows a bot's surroundings to one viewer until the returned function is called, which removes every listener again.
 * The bot must have spawned.
 */
export function streamBot(bot: ViewableBot, socket: ViewSocket): { sendPosition(): void; stop(): void } {
  const WorldView = loadWorldView()
  const position = bot.entity?.position ?? { x: 0, y: 0, z: 0 }
  const view = new WorldView(readableWorld(bot), viewDistance, position, entityFilter(socket))

  const sendPosition = () => {
    if (!bot.entity) return
    const { position, yaw } = bot.entity
    socket.emit('position', { pos: { x: position.x, y: position.y, z: position.z }, yaw, addMesh: true })
  }
  const moves = new Paced(() => {
    sendPosition()
    if (bot.entity) void view.updatePosition(bot.entity.position)
  })

  socket.emit('version', bot.version)
  sendPosition()
  void view.init(position)
  view.listenToBot(bot)
  bot.on('move', moves.ask)
  return {
    sendPosition,
    stop() {
      bot.removeListener('move', moves.ask)
      moves.stop()
      view.removeListenersFromBot(bot)
    },
  }
}

/** Between two pictures, in milliseconds of real time: a bot in simulated time moves thousands of times a second. */
const FRAME_MS = 33

/** Does something at most once a frame, and once more after the last time that it was asked to. */
class Paced {
  readonly #work: () => void
  #timer: NodeJS.Timeout | null = null
  #isAsked = false

  constructor(work: () => void) {
    this.#work = work
  }

  readonly ask = (): void => {
    if (this.#timer !== null) {
      this.#isAsked = true
      return
    }
    this.#isAsked = false
    this.#timer = realTimers.setTimeout(() => {
      this.#timer = null
      if (this.#isAsked) this.ask()
    }, FRAME_MS)
    this.#work()
  }

  stop(): void {
    if (this.#timer !== null) realTimers.clearTimeout(this.#timer)
    this.#timer = null
  }
}

/**
 * The bot's world, where a column that cannot be read counts as not loaded: the view leaves such a failure unhandled,
 * which would end the process. The bot has then just left that world, and the next columns come with the new one.
 */
function readableWorld(bot: ViewableBot): ViewableBot['world'] {
  return {
    async getColumnAt(position) {
      try {
        return await bot.world.getColumnAt(position)
      } catch {
        return null
      }
    },
  }
}

/**
 * Passes on what the viewer can draw. It has no models for dropped items and newer creatures and would draw magenta
 * boxes; and it draws one for any creature that moves before it was introduced. It also never asks back: the view's
 * answer to clicks of the browser is left out, since a malformed click would end the process.
 */
function entityFilter(socket: ViewSocket): ViewEmitter {
  const drawn = new Set<number>()
  return {
    on() {},
    emit(event, data) {
      if (event !== 'entity' || isDrawn(data as EntityNews, drawn)) socket.emit(event, data)
    },
  }
}

interface EntityNews {
  readonly id: number
  readonly name?: string
  readonly delete?: boolean
}

function isDrawn(news: EntityNews, drawn: Set<number>): boolean {
  if (news.name !== undefined && drawableEntities.has(news.name)) drawn.add(news.id)
  const known = drawn.has(news.id)
  if (news.delete) drawn.delete(news.id)
  return known
}

const drawableEntities = new Set(
  `armor_stand arrow bat bee blaze boat cat cave_spider chicken cod cow creeper dolphin donkey drowned elder_guardian
  ender_dragon enderman endermite evoker fox ghast guardian hoglin horse husk iron_golem llama magma_cube minecart
  mooshroom mule ocelot panda parrot phantom pig piglin piglin_brute pillager player polar_bear pufferfish rabbit ravager
  salmon sheep shulker silverfish skeleton skeleton_horse slime snow_golem spider squid stray strider tropical_fish
  turtle vex villager vindicator wandering_trader witch wither wither_skeleton wolf zoglin zombie zombie_horse
  zombie_villager zombified_piglin`.split(/\s+/),
)
