import { bossBarCommand } from './bossbar.ts'
import { clearCommand } from './clear.ts'
import { cloneCommand } from './clone.ts'
import type { Command } from './command.ts'
import { dataCommand } from './data.ts'
import { difficultyCommand } from './difficulty.ts'
import { effectCommand } from './effect.ts'
import { experienceCommand } from './experience.ts'
import { fillCommand } from './fill.ts'
import { gameModeCommand } from './gamemode.ts'
import { gameRuleCommand } from './gamerule.ts'
import { giveCommand } from './give.ts'
import { kickCommand } from './kick.ts'
import { killCommand } from './kill.ts'
import { listCommand } from './list.ts'
import { deopCommand, opCommand } from './op.ts'
import { particleCommand } from './particle.ts'
import { playSoundCommand } from './playsound.ts'
import { saveAllCommand, saveOffCommand, saveOnCommand } from './save.ts'
import { sayCommand } from './say.ts'
import { scoreboardCommand } from './scoreboard.ts'
import { seedCommand } from './seed.ts'
import { setBlockCommand } from './setblock.ts'
import { setWorldSpawnCommand } from './setworldspawn.ts'
import { spawnPointCommand } from './spawnpoint.ts'
import { summonCommand } from './summon.ts'
import { teamCommand } from './team.ts'
import { tellCommand } from './tell.ts'
import { tellRawCommand } from './tellraw.ts'
import { timeCommand } from './time.ts'
import { titleCommand } from './title.ts'
import { teleportCommand } from './tp.ts'
import { weatherCommand } from './weather.ts'

/** Every command of the server. */
export const allCommands: readonly Command[] = [
  bossBarCommand,
  clearCommand,
  cloneCommand,
  dataCommand,
  deopCommand,
  difficultyCommand,
  effectCommand,
  experienceCommand,
  fillCommand,
  gameModeCommand,
  gameRuleCommand,
  giveCommand,
  kickCommand,
  killCommand,
  listCommand,
  opCommand,
  particleCommand,
  playSoundCommand,
  saveAllCommand,
  saveOnCommand,
  saveOffCommand,
  sayCommand,
  scoreboardCommand,
  seedCommand,
  setBlockCommand,
  setWorldSpawnCommand,
  spawnPointCommand,
  summonCommand,
  teamCommand,
  teleportCommand,
  tellCommand,
  tellRawCommand,
  timeCommand,
  titleCommand,
  weatherCommand,
]
