import { errorMessage } from '../../src/core/errors.ts'
import type { Game } from '../game/game.ts'
import type { GameKeeper } from '../game/game-keeper.ts'
import type { SavedPlayer } from '../game/saved-player.ts'
import type { WorldDefinition } from '../world/world-definition.ts'
import { encodeTagFile } from './binary.ts'
import { ColumnShelf } from './column-shelf.ts'
import { ColumnTags } from './column-tags.ts'
import { farColumns, isFar } from './far-columns.ts'
import { levelTag } from './level-tags.ts'
import { encodeOwnFacts, OWN_FILE, ownFactsOf } from './own-facts.ts'
import { playerTag, readPlayer } from './player-tags.ts'
import { presentPlayer } from './present-player.ts'
import type { SaveFolder } from './save-folder.ts'
import { SaveJob } from './save-job.ts'
import { readWords } from './word-tags.ts'

/** Vanilla saves by itself every five minutes (Minecraft Wiki: Commands/save). */
const AUTOSAVE_TICKS = 6000
/** Columns and the like that are put down in a tick. */
const PARTS_PER_TICK = 2
const UNLOAD_INTERVAL = 100
const UNLOADED_PER_TICK = 2
/** More columns than that do not wait for the next save outside the world. */
const LARGEST_SHELF = 4096

export const LEVEL_FILE = 'level.dat'

/** Keeps a game in a folder in the Anvil format, with what that has no place for in a file of our own. */
export class WorldKeeper implements GameKeeper {
  autosaves = true
  readonly #game: Game
  readonly #folder: SaveFolder
  readonly #definition: WorldDefinition
  readonly #shelf: ColumnShelf
  readonly #report: (problem: string) => void
  /** Players who have left and are on the disk as they were then. */
  readonly #writtenPlayers = new WeakSet<SavedPlayer>()
  #far: readonly { readonly x: number; readonly z: number }[] = []
  /** A save that is being put down. */
  #job: SaveJob | null = null
  #isWriting = false
  #departing: readonly SavedPlayer[] = []
  #done: PromiseWithResolvers<void> = Promise.withResolvers()

  constructor(
    game: Game,
    folder: SaveFolder,
    definition: WorldDefinition,
    report: (problem: string) => void,
  ) {
    this.#game = game
    this.#folder = folder
    this.#definition = definition
    this.#report = report
    const { dataVersion } = game.protocol.saved
    this.#shelf = new ColumnShelf(game, folder, new ColumnTags(game.registry, dataVersion, game.world.biome))
    game.world.store = this.#shelf
  }

  tick(): void {
    this.#shelf.settle()
    this.#unloadFar()
    if (this.autosaves && this.#isIdle && this.#isTimeToSave()) this.#start()
    const job = this.#job
    job?.proceed(PARTS_PER_TICK)
    if (job?.isPutDown === true) this.#write(job)
  }

  player(uuid: string): SavedPlayer | null {
    const name = playerFile(uuid)
    return this.#folder.readTags(name, (tag) => {
      const saved = tag.plainAll()
      readWords(this.#game, uuid, saved.Tags)
      return readPlayer(this.#game, uuid, saved)
    })
  }

  saveSoon(): Promise<void> {
    if (this.#isIdle) this.#start()
    return this.#done.promise
  }

  async save(): Promise<void> {
    while (!this.#isIdle) {
      this.#hurry()
      await this.#done.promise.catch(() => {})
    }
    this.#start()
    this.#hurry()
    await this.#done.promise
  }

  async close(): Promise<void> {
    try {
      await this.save()
    } finally {
      this.#folder.close()
    }
  }

  get #isIdle(): boolean {
    return this.#job === null && !this.#isWriting
  }

  #isTimeToSave(): boolean {
    return this.#game.tick % AUTOSAVE_TICKS === 0 || this.#shelf.waiting > LARGEST_SHELF
  }

  #unloadFar(): void {
    if (this.#game.tick % UNLOAD_INTERVAL === 0) this.#far = farColumns(this.#game)
    if (this.#far.length === 0) return
    const next = this.#far.slice(0, UNLOADED_PER_TICK)
    this.#far = this.#far.slice(UNLOADED_PER_TICK)
    this.#shelf.unload(next.filter((column) => isFar(this.#game, column)))
  }

  /** Takes down what the game is like now; most of it is put down in the ticks that follow. */
  #start(): void {
    const game = this.#game
    const job = new SaveJob()
    this.#done = Promise.withResolvers()
    // Who only wants it saved some time does not wait for it.
    this.#done.promise.catch((error) => this.#report(errorMessage(error)))
    this.#shelf.startSave(job)
    const level = levelTag(game, this.#definition)
    const facts = ownFactsOf(game, this.#definition)
    job.add(LEVEL_FILE, () => job.files.set(LEVEL_FILE, encodeTagFile(level)))
    job.add(OWN_FILE, () => job.files.set(OWN_FILE, encodeOwnFacts(facts)))
    const departed = [...game.departed.values()].filter((saved) => !this.#writtenPlayers.has(saved))
    for (const saved of [...departed, ...[...game.players.values()].map(presentPlayer)]) {
      const name = playerFile(saved.uuid)
      const tag = playerTag(game, saved)
      job.add(name, () => job.files.set(name, encodeTagFile(tag)))
    }
    this.#departing = departed
    this.#job = job
  }

  #hurry(): void {
    const job = this.#job
    if (job === null) return
    job.proceed(Number.POSITIVE_INFINITY)
    this.#write(job)
  }

  #write(job: SaveJob): void {
    this.#job = null
    this.#isWriting = true
    const written = job.changes().then((changes) => this.#folder.commit(changes))
    written.then(
      () => this.#succeed(),
      (error) => this.#fail(error),
    )
  }

  #succeed(): void {
    for (const saved of this.#departing) this.#writtenPlayers.add(saved)
    this.#shelf.endSave()
    this.#isWriting = false
    this.#done.resolve()
  }

  #fail(error: unknown): void {
    this.#shelf.failSave()
    this.#isWriting = false
    this.#done.reject(error)
  }
}

function playerFile(uuid: string): string {
  return `playerdata/${uuid}.dat`
}
