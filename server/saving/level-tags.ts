import { difficulties } from '../game/difficulty.ts'
import type { Game } from '../game/game.ts'
import {
  byteTag,
  compoundTag,
  floatTag,
  intTag,
  listTag,
  longTag,
  type RootTag,
  rootTag,
  stringTag,
  type Tag,
} from '../protocol/tags.ts'
import { gameModes } from '../protocol/version-protocol.ts'
import type { WorldDefinition } from '../world/world-definition.ts'
import type { TagReader } from './tag-reader.ts'

/** Number of the Anvil format itself. */
const ANVIL = 19_133

/** The state of a game as `level.dat` keeps it (https://minecraft.wiki/w/Java_Edition_level_format). */
export function levelTag(game: Game, definition: WorldDefinition): RootTag {
  const { spawn } = game.world
  const { dataVersion } = game.protocol.saved
  const { version } = game.registry
  const Data = compoundTag({
    version: intTag(ANVIL),
    DataVersion: intTag(dataVersion),
    Version: compoundTag({
      Id: intTag(dataVersion),
      Name: stringTag(version),
      Series: stringTag('main'),
      Snapshot: byteTag(false),
    }),
    LevelName: stringTag(definition.name),
    ServerBrands: listTag('string', [stringTag('kithcraft')]),
    WasModded: byteTag(true),
    initialized: byteTag(true),
    allowCommands: byteTag(false),
    hardcore: byteTag(false),
    LastPlayed: longTag(0),
    Time: longTag(game.tick),
    DayTime: longTag(game.time),
    SpawnX: intTag(spawn.x),
    SpawnY: intTag(spawn.y),
    SpawnZ: intTag(spawn.z),
    SpawnAngle: floatTag(0),
    GameType: intTag(gameModes.indexOf(game.rules.gameMode)),
    Difficulty: byteTag(difficulties.indexOf(game.difficulty)),
    DifficultyLocked: byteTag(false),
    ...weatherTags(game),
    GameRules: gameRulesTag(game),
    WorldGenSettings: generatorTag(game, definition),
    DataPacks: compoundTag({
      Enabled: listTag('string', [stringTag('vanilla')]),
      Disabled: listTag('string', []),
    }),
  })
  return rootTag({ Data })
}

/** Brings time, weather, difficulty and spawn of a saved game back. */
export function restoreLevel(game: Game, level: TagReader): void {
  const data = level.compound('Data')
  const { weather, world } = game
  game.tick = data.number('Time')
  game.time = data.number('DayTime')
  game.difficulty = difficulties[data.number('Difficulty')] ?? game.difficulty
  world.spawn = { x: data.number('SpawnX'), y: data.number('SpawnY'), z: data.number('SpawnZ') }
  weather.raining = data.flag('raining')
  weather.thundering = data.flag('thundering')
  weather.rainTime = data.number('rainTime')
  weather.thunderTime = data.number('thunderTime')
  weather.rainLevel = weather.raining ? 1 : 0
  weather.thunderLevel = weather.thundering ? 1 : 0
}

function weatherTags({ weather }: Game): Readonly<Record<string, Tag>> {
  return {
    raining: byteTag(weather.raining),
    thundering: byteTag(weather.thundering),
    rainTime: intTag(weather.rainTime),
    thunderTime: intTag(weather.thunderTime),
    clearWeatherTime: intTag(0),
  }
}

/** Those rules of the server that vanilla has too, for other tools; the server reads its own file. */
function gameRulesTag({ rules }: Game): Tag {
  return compoundTag({
    doDaylightCycle: stringTag(String(rules.daylightCycle)),
    doWeatherCycle: stringTag(String(rules.weatherCycle)),
    doMobSpawning: stringTag(String(rules.monsters)),
    mobGriefing: stringTag(String(rules.mobGriefing)),
    keepInventory: stringTag(String(rules.keepInventory)),
    naturalRegeneration: stringTag(String(rules.naturalRegeneration)),
    fallDamage: stringTag(String(rules.fallDamage)),
  })
}

/** The nearest that vanilla has to our generators, so that it can open the world; it makes land of its own beyond ours. */
function generatorTag({ options }: Game, { generator }: WorldDefinition): Tag {
  const layers = generator.type === 'flat' ? generator.layers : []
  const flat = {
    type: stringTag('minecraft:flat'),
    settings: compoundTag({
      biome: stringTag('minecraft:plains'),
      lakes: byteTag(false),
      features: byteTag(false),
      layers: listTag(
        'compound',
        layers.map(({ block, height }) =>
          compoundTag({ block: stringTag(`minecraft:${block}`), height: intTag(height) }),
        ),
      ),
    }),
  }
  const hilly = {
    type: stringTag('minecraft:noise'),
    settings: stringTag('minecraft:overworld'),
    biome_source: compoundTag({
      type: stringTag('minecraft:multi_noise'),
      preset: stringTag('minecraft:overworld'),
    }),
  }
  return compoundTag({
    seed: longTag(options.seed),
    generate_features: byteTag(false),
    bonus_chest: byteTag(false),
    dimensions: compoundTag({
      'minecraft:overworld': compoundTag({
        type: stringTag('minecraft:overworld'),
        generator: compoundTag(generator.type === 'flat' ? flat : hilly),
      }),
    }),
  })
}
