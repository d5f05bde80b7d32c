import { attributeCommand } from './attribute.ts'
import { banCommand, banListCommand, pardonCommand } from './ban.ts'
import { bossBarCommand } from './bossbar.ts'
import { clearCommand } from './clear.ts'
import { cloneCommand } from './clone.ts'
import type { Command } from './command.ts'
import { damageCommand } from './damage.ts'
import { dataCommand } from './data.ts'
import { defaultGameModeCommand } from './defaultgamemode.ts'
import { difficultyCommand } from './difficulty.ts'
import { effectCommand } from './effect.ts'
import { enchantCommand } from './enchant.ts'
import { executeCommand } from './execute.ts'
import { experienceCommand } from './experience.ts'
import { fillCommand } from './fill.ts'
import { forceLoadCommand } from './forceload.ts'
import { gameModeCommand } from './gamemode.ts'
import { gameRuleCommand } from './gamerule.ts'
import { giveCommand } from './give.ts'
import { helpCommand } from './help.ts'
import { itemCommand } from './item-replace.ts'
import { kickCommand } from './kick.ts'
import { killCommand } from './kill.ts'
import { listCommand } from './list.ts'
import { locateCommand } from './locate.ts'
import { meCommand } from './me.ts'
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
import { spreadPlayersCommand } from './spreadplayers.ts'
import { summonCommand } from './summon.ts'
import { tagCommand } from './tag.ts'
import { teamCommand } from './team.ts'
import { tellCommand } from './tell.ts'
import { tellRawCommand } from './tellraw.ts'
import { timeCommand } from './time.ts'
import { titleCommand } from './title.ts'
import { teleportCommand } from './tp.ts'
import { triggerCommand } from './trigger.ts'
import { weatherCommand } from './weather.ts'
import { whitelistCommand } from './whitelist.ts'

/** Every command of the server. */
export const allCommands: readonly Command[] = [
  attributeCommand,
  itemCommand,
  banCommand,
  banListCommand,
  bossBarCommand,
  clearCommand,
  cloneCommand,
  damageCommand,
  dataCommand,
  defaultGameModeCommand,
  deopCommand,
  difficultyCommand,
  effectCommand,
  enchantCommand,
  executeCommand,
  experienceCommand,
  fillCommand,
  forceLoadCommand,
  gameModeCommand,
  gameRuleCommand,
  giveCommand,
  helpCommand,
  kickCommand,
  killCommand,
  listCommand,
  locateCommand,
  meCommand,
  opCommand,
  pardonCommand,
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
  spreadPlayersCommand,
  summonCommand,
  tagCommand,
  teamCommand,
  teleportCommand,
  tellCommand,
  tellRawCommand,
  timeCommand,
  titleCommand,
  triggerCommand,
  weatherCommand,
  whitelistCommand,
]
