import type { Profession } from '../profession.ts'
import { armorer } from './armorer.ts'
import { butcher } from './butcher.ts'
import { cartographer } from './cartographer.ts'
import { cleric } from './cleric.ts'
import { farmer } from './farmer.ts'
import { fisherman } from './fisherman.ts'
import { fletcher } from './fletcher.ts'
import { leatherworker } from './leatherworker.ts'
import { librarian } from './librarian.ts'
import { mason } from './mason.ts'
import { shepherd } from './shepherd.ts'
import { toolsmith } from './toolsmith.ts'
import type { ProfessionTrades } from './trade.ts'
import { weaponsmith } from './weaponsmith.ts'

/** What the professions trade, by level. Those who have none trade nothing. */
export const professionTrades: Readonly<Record<Profession, ProfessionTrades>> = {
  none: [],
  armorer,
  butcher,
  cartographer,
  cleric,
  farmer,
  fisherman,
  fletcher,
  leatherworker,
  librarian,
  mason,
  nitwit: [],
  shepherd,
  toolsmith,
  weaponsmith,
}
