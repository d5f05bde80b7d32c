import { distanceBetween, type Position } from '../../src/core/position.ts'
import { dropsOf } from '../data/loot/block-loot.ts'
import { scaledDamage } from '../game/difficulty.ts'
import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import { primeTnt, shortFuse } from '../game/primed-tnt.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { isOpen } from '../mobs/targets.ts'
import { hurt } from './damage.ts'
import { isBlownUp } from './item-hazards.ts'
import { removeItem } from './item-physics.ts'
import { pushMob, sendVelocity } from './knock-back.ts'
import { blastPushShare } from './protection.ts'
import { packBox } from './shulker-boxes.ts'

export interface Blast {
  readonly center: Position
  /** 3 for a creeper, 4 for TNT. */
  readonly power: number
  /** Who is blamed for deaths. */
  readonly by: string
  readonly breaksBlocks: boolean
  /** Share of the broken blocks that leave their drops. */
  readonly dropChance: number
}

const RAY_STEP = 0.3
const LOSS_PER_STEP = 0.225
const RAYS_PER_EDGE = 16

/** Hurts and pushes all bodies around, and breaks the blocks that are too weak (Minecraft Wiki: Explosion). */
export function explosion(game: Game, blast: Blast): void {
  game.sendNear(blast.center, game.protocol.explosion(blast.center, blast.power))
  const broken = blast.breaksBlocks ? brokenBlocks(game, blast) : []
  hurtBodies(game, blast)
  for (const block of broken) breakByBlast(game, block, blast.dropChance)
}

function hurtBodies(game: Game, blast: Blast): void {
  const { center } = blast
  for (const player of [...game.players.values()]) {
    const impact = impactOn(game, blast, player.position, player.kind.height)
    if (impact === 0 || player.gameMode === 'spectator') continue
    const damage = scaledDamage(game.difficulty, blastDamage(impact, blast.power))
    if (!hurt(game, player, damage, { by: blast.by, from: center, weapon: 'blast' })) continue
    const [x, y, z] = [player.position.x - center.x, player.eyes.y - center.y, player.position.z - center.z]
    const share = (impact * blastPushShare(player)) / Math.max(1e-3, Math.hypot(x, y, z))
    if (!player.isDead) sendVelocity(game, player, { x: x * share, y: y * share, z: z * share })
  }
  for (const mob of [...game.entities.values()]) {
    if (mob.type === 'item') blastItem(game, blast, mob)
    if (mob.type !== 'mob') continue
    const impact = impactOn(game, blast, mob.position, mob.kind.height)
    if (impact === 0) continue
    pushMob(mob, center, impact)
    hurtMob(game, mob, { damage: blastDamage(impact, blast.power), player: null, blockable: true })
  }
}

function blastItem(game: Game, blast: Blast, item: ItemEntity): void {
  const impact = impactOn(game, blast, item.position, item.kind.height)
  if (impact > 0 && isBlownUp(item, blastDamage(impact, blast.power))) removeItem(game, item)
}

/** Half hearts on normal difficulty for an impact from 0 to 1. */
export function blastDamage(impact: number, power: number): number {
  return Math.floor(((impact ** 2 + impact) / 2) * 7 * (2 * power) + 1)
}

/** From 1 in the middle to 0 at twice the power, and less behind cover. */
function impactOn(game: Game, { center, power }: Blast, feet: Position, height: number): number {
  const nearness = 1 - distanceBetween(center, feet) / (2 * power)
  if (nearness <= 0) return 0
  const points = [0.1, height / 2, height * 0.9].map((rise) => ({ ...feet, y: feet.y + rise }))
  const open = points.filter((point) => isOpen(game, center, point)).length
  return (nearness * open) / points.length
}

/** Blocks that the rays of the blast get through, each once. */
function brokenBlocks(game: Game, { center, power }: Blast): readonly Position[] {
  const found = new Map<string, Position>()
  for (const direction of rays()) {
    let strength = power * (0.7 + game.random.float() * 0.6)
    for (let distance = 0; strength > 0; distance += RAY_STEP) {
      const block = {
        x: Math.floor(center.x + direction.x * distance),
        y: Math.floor(center.y + direction.y * distance),
        z: Math.floor(center.z + direction.z * distance),
      }
      const state = game.world.blockStateAt(block)
      if (state !== 0) {
        strength -= (game.registry.blockOfState(state).blastResistance + 0.3) * RAY_STEP
        if (strength > 0) found.set(`${block.x},${block.y},${block.z}`, block)
      }
      strength -= LOSS_PER_STEP
    }
  }
  return [...found.values()]
}

/** Unit vectors to a grid of points on the surface of a cube. */
function rays(): readonly Position[] {
  const edge = Array.from({ length: RAYS_PER_EDGE }, (_, index) => (index / (RAYS_PER_EDGE - 1)) * 2 - 1)
  const points = edge.flatMap((x) => edge.flatMap((y) => edge.map((z) => ({ x, y, z }))))
  return points
    .filter(({ x, y, z }) => Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) === 1)
    .map(({ x, y, z }) => {
      const length = Math.hypot(x, y, z)
      return { x: x / length, y: y / length, z: z / length }
    })
}

/** TNT does not break but goes off itself soon after. */
function breakByBlast(game: Game, block: Position, dropChance: number): void {
  const broken = game.world.blockAt(block)
  const { state, kind } = broken
  if (state === 0 || kind.name === 'water' || kind.name === 'lava') return
  const box = packBox(game, broken)
  game.world.setBlockState(block, 0)
  if (kind.name === 'tnt') {
    primeTnt(game, block, shortFuse(game.stream('tnt')))
    return
  }
  if (box !== null) dropFromBlock(game, block, box)
  if (box !== null || (dropChance < 1 && game.random.float() >= dropChance)) return
  const harvester = kind.harvestTools?.[0]
  const tool = harvester === undefined ? null : itemStack(harvester)
  for (const stack of dropsOf(game.registry, state, tool, game.random)) dropFromBlock(game, block, stack)
}
