import * as z from 'zod'
import { pathGoalSchema } from '../../core/skill-values.ts'
import { activateBlock, dig, placeBlock, sleep, wake } from '../acts/block-acts.ts'
import { activateEntity, attack, useOn } from '../acts/entity-acts.ts'
import {
  activateItem,
  consume,
  deactivateItem,
  equip,
  fish,
  setQuickBarSlot,
  swingArm,
  toss,
  tossStack,
  unequip,
} from '../acts/hand-acts.ts'
import { goto, look, lookAt, setControlState, stopMoving, waitForTicks } from '../acts/move-acts.ts'
import {
  closeWindow,
  craft,
  furnacePut,
  furnaceTake,
  openContainer,
  openFurnace,
  windowDeposit,
  windowWithdraw,
} from '../acts/window-acts.ts'
import { type ActMethod, actMethod } from './act-method.ts'
import { count, entityId, itemKey, position, slot, ticks } from './common-parameters.ts'

const SHORT = 200
const LONG = 2400
const JOURNEY = 13_000

const destination = z.enum(['hand', 'head', 'torso', 'legs', 'feet', 'off-hand'])
const windowId = z.number('it should be the id of an open window').int()
const angle = z.number('it should be an angle in radians')

/** What the `bot` facade of skill code can have the body do, beside the control primitives. */
export const facadeMethods: Readonly<Record<string, ActMethod>> = {
  goto: actMethod({
    moves: true,
    parameters: { goal: pathGoalSchema },
    deadlineTicks: JOURNEY,
    run: (act, { goal }) => goto(act, goal),
  }),
  stopMoving: actMethod({ parameters: {}, deadlineTicks: SHORT, run: stopMoving }),
  equip: actMethod({
    parameters: {
      item: z.union([itemKey, z.strictObject({ slot })]),
      destination: destination.default('hand'),
    },
    deadlineTicks: SHORT,
    run: (act, values) => equip(act, values.item, values.destination),
  }),
  unequip: actMethod({
    parameters: { destination },
    deadlineTicks: SHORT,
    run: (act, values) => unequip(act, values.destination),
  }),
  consume: actMethod({ parameters: {}, deadlineTicks: SHORT, run: consume }),
  fish: actMethod({ parameters: {}, deadlineTicks: LONG, run: fish }),
  wake: actMethod({ parameters: {}, deadlineTicks: SHORT, run: wake }),
  sleep: actMethod({
    moves: true,
    parameters: { bed: position },
    deadlineTicks: LONG,
    run: (act, { bed }) => sleep(act, bed),
  }),
  dig: actMethod({
    moves: true,
    parameters: { block: position },
    deadlineTicks: LONG * 3,
    run: (act, { block }) => dig(act, block),
  }),
  placeBlock: actMethod({
    moves: true,
    parameters: { reference: position, face: position },
    deadlineTicks: SHORT,
    run: (act, { reference, face }) => placeBlock(act, reference, face),
  }),
  activateBlock: actMethod({
    parameters: { block: position },
    deadlineTicks: SHORT,
    run: (act, { block }) => activateBlock(act, block),
  }),
  activateEntity: actMethod({
    parameters: { entity: entityId },
    deadlineTicks: SHORT,
    run: (act, { entity }) => activateEntity(act, entity),
  }),
  useOn: actMethod({
    parameters: { entity: entityId },
    deadlineTicks: SHORT,
    run: (act, { entity }) => useOn(act, entity),
  }),
  attack: actMethod({
    parameters: { entity: entityId },
    deadlineTicks: SHORT,
    run: (act, { entity }) => attack(act, entity),
  }),
  activateItem: actMethod({
    parameters: { offHand: z.boolean().default(false) },
    deadlineTicks: SHORT,
    run: (act, { offHand }) => activateItem(act, offHand),
  }),
  deactivateItem: actMethod({ parameters: {}, deadlineTicks: SHORT, run: deactivateItem }),
  toss: actMethod({
    parameters: { item: itemKey, count: count.default(1) },
    deadlineTicks: SHORT * 2,
    run: (act, values) => toss(act, values.item, values.count),
  }),
  tossStack: actMethod({
    parameters: { slot },
    deadlineTicks: SHORT,
    run: (act, values) => tossStack(act, values.slot),
  }),
  craft: actMethod({
    parameters: {
      item: itemKey,
      index: z.number().int().min(0).max(500).default(0),
      count: count.default(1),
      table: position.nullable().default(null),
    },
    deadlineTicks: (values) => SHORT + SHORT * values.count,
    run: (act, { item, ...how }) => craft(act, item, how),
  }),
  openContainer: actMethod({
    parameters: { container: position },
    deadlineTicks: SHORT,
    run: (act, { container }) => openContainer(act, container),
  }),
  openFurnace: actMethod({
    parameters: { furnace: position },
    deadlineTicks: SHORT,
    run: (act, { furnace }) => openFurnace(act, furnace),
  }),
  windowDeposit: actMethod({
    parameters: { window: windowId, item: itemKey, count: count.default(1) },
    deadlineTicks: SHORT,
    run: (act, values) => windowDeposit(act, values.window, values.item, values.count),
  }),
  windowWithdraw: actMethod({
    parameters: { window: windowId, item: itemKey, count: count.default(1) },
    deadlineTicks: SHORT,
    run: (act, values) => windowWithdraw(act, values.window, values.item, values.count),
  }),
  furnacePut: actMethod({
    parameters: {
      window: windowId,
      into: z.enum(['input', 'fuel']),
      item: itemKey,
      count: count.default(1),
    },
    deadlineTicks: SHORT,
    run: (act, values) =>
      furnacePut(act, values.window, { into: values.into, key: values.item, count: values.count }),
  }),
  furnaceTake: actMethod({
    parameters: { window: windowId, from: z.enum(['input', 'fuel', 'output']) },
    deadlineTicks: SHORT,
    run: (act, values) => furnaceTake(act, values.window, values.from),
  }),
  closeWindow: actMethod({
    parameters: { window: windowId },
    deadlineTicks: SHORT,
    run: (act, { window }) => closeWindow(act, window),
  }),
  lookAt: actMethod({
    parameters: { position },
    deadlineTicks: SHORT,
    run: (act, values) => lookAt(act, values.position),
  }),
  look: actMethod({
    parameters: { yaw: angle, pitch: angle },
    deadlineTicks: SHORT,
    run: (act, { yaw, pitch }) => look(act, yaw, pitch),
  }),
  setControlState: actMethod({
    parameters: {
      control: z.enum(['forward', 'back', 'left', 'right', 'jump', 'sprint', 'sneak']),
      state: z.boolean(),
    },
    deadlineTicks: SHORT,
    run: (act, { control, state }) => setControlState(act, control, state),
  }),
  setQuickBarSlot: actMethod({
    parameters: { slot: z.number().int().min(0).max(8) },
    deadlineTicks: SHORT,
    run: (act, values) => setQuickBarSlot(act, values.slot),
  }),
  swingArm: actMethod({ parameters: {}, deadlineTicks: SHORT, run: swingArm }),
  waitForTicks: actMethod({
    parameters: { ticks },
    deadlineTicks: (values) => values.ticks + 20,
    run: (act, values) => waitForTicks(act, values.ticks),
  }),
}
