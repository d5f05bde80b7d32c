/**
 * Vanilla's game rules that no world definition has, with vanilla's defaults (https://minecraft.wiki/w/Game_rule). Those
 * for which the server has no rule are kept and told, and do nothing.
 */
export const initialGameRules = {
  announceAdvancements: true,
  blockExplosionDropDecay: true,
  commandBlockOutput: true,
  commandModificationBlockLimit: 32_768,
  disableElytraMovementCheck: false,
  disableRaids: false,
  doEntityDrops: true,
  doFireTick: true,
  doImmediateRespawn: false,
  doInsomnia: true,
  doLimitedCrafting: false,
  doMobLoot: true,
  doPatrolSpawning: true,
  doTileDrops: true,
  doTraderSpawning: true,
  doVinesSpread: true,
  doWardenSpawning: true,
  drowningDamage: true,
  fireDamage: true,
  forgiveDeadPlayers: true,
  freezeDamage: true,
  globalSoundEvents: true,
  lavaSourceConversion: false,
  logAdminCommands: true,
  maxCommandChainLength: 65_536,
  maxEntityCramming: 24,
  mobExplosionDropDecay: true,
  playersSleepingPercentage: 100,
  randomTickSpeed: 3,
  reducedDebugInfo: false,
  sendCommandFeedback: true,
  showDeathMessages: true,
  snowAccumulationHeight: 1,
  spawnRadius: 10,
  spectatorsGenerateChunks: true,
  tntExplosionDropDecay: false,
  universalAnger: false,
  waterSourceConversion: true,
} as const satisfies Readonly<Record<string, boolean | number>>

export type GameRuleName = keyof typeof initialGameRules

/** What the rules are set to now. */
export type GameRules = {
  -readonly [Name in GameRuleName]: (typeof initialGameRules)[Name] extends boolean ? boolean : number
}
