import { cacheGameData } from './cached-game-data.ts'
import { quickenBlocks } from './quick-blocks.ts'
import { quickenPlayerStates } from './quick-player-state.ts'
import { shareColumns } from './shared-columns.ts'

// Loaded before Mineflayer, which keeps what it finds while it loads.
cacheGameData()
quickenBlocks()
quickenPlayerStates()
shareColumns()
