import { bonusDrop, withFortunateChance } from './fortune.ts'
import {
  all,
  asManyAs,
  binomialDrop,
  drop,
  type LootRule,
  nothing,
  sheared,
  when,
  withChance,
} from './loot-rule.ts'

/** Chance of each further piece from a ripe crop. */
const CROP_CHANCE = 4 / 7

/** By level of Fortune, as all lists of chances here (Minecraft Wiki: Fortune, Leaves). */
const SAPLING_CHANCES = [1 / 20, 1 / 16, 1 / 12, 1 / 10]

const SAPLING_LEAVES = 'spruce birch acacia cherry pale_oak'.split(' ')
const APPLE_LEAVES = ['oak', 'dark_oak']

/** Drops of plants, leaves, crops and mushrooms, where they are not the block itself. */
export const PLANT_LOOT: Readonly<Record<string, LootRule>> = {
  ...Object.fromEntries(
    SAPLING_LEAVES.map((wood) => [`${wood}_leaves`, leaves(wood, sapling(wood, SAPLING_CHANCES))]),
  ),
  ...Object.fromEntries(
    APPLE_LEAVES.map((wood) => [
      `${wood}_leaves`,
      leaves(
        wood,
        all(
          sapling(wood, SAPLING_CHANCES),
          withFortunateChance([1 / 200, 1 / 180, 1 / 160, 1 / 120, 1 / 40], drop('apple')),
        ),
      ),
    ]),
  ),
  jungle_leaves: leaves('jungle', sapling('jungle', [0.025, 1 / 36, 1 / 32, 1 / 24, 0.1])),
  mangrove_leaves: leaves('mangrove', nothing),
  azalea_leaves: leaves('azalea', withFortunateChance(SAPLING_CHANCES, drop('azalea'))),
  flowering_azalea_leaves: leaves(
    'flowering_azalea',
    withFortunateChance(SAPLING_CHANCES, drop('flowering_azalea')),
  ),

  grass: grass('grass'),
  short_grass: grass('short_grass'),
  fern: grass('fern'),
  large_fern: tallPlant(sheared(drop('fern', 2), seeds())),
  tall_seagrass: tallPlant(sheared(drop('seagrass', 2))),
  sunflower: tallPlant(drop('sunflower')),
  lilac: tallPlant(drop('lilac')),
  rose_bush: tallPlant(drop('rose_bush')),
  peony: tallPlant(drop('peony')),
  pitcher_plant: tallPlant(drop('pitcher_plant')),
  small_dripleaf: tallPlant(sheared(drop('small_dripleaf'))),
  dead_bush: sheared(drop('dead_bush'), drop('stick', 0, 2)),
  vine: sheared(drop('vine')),
  glow_lichen: sheared(drop('glow_lichen')),
  seagrass: sheared(drop('seagrass')),
  hanging_roots: sheared(drop('hanging_roots')),
  nether_sprouts: sheared(drop('nether_sprouts')),
  pale_hanging_moss: sheared(drop('pale_hanging_moss')),
  cobweb: sheared(drop('cobweb'), drop('string')),
  mangrove_propagule: when(
    'hanging',
    'true',
    when('age', '4', drop('mangrove_propagule')),
    drop('mangrove_propagule'),
  ),
  chorus_flower: drop('chorus_flower'),
  chorus_plant: drop('chorus_fruit', 0, 1),
  twisting_vines: vines('twisting_vines'),
  twisting_vines_plant: vines('twisting_vines'),
  weeping_vines: vines('weeping_vines'),
  weeping_vines_plant: vines('weeping_vines'),

  wheat: when('age', '7', all(drop('wheat'), ripeCrop('wheat_seeds', 1)), drop('wheat_seeds')),
  beetroots: when('age', '3', all(drop('beetroot'), ripeCrop('beetroot_seeds', 1)), drop('beetroot_seeds')),
  carrots: when('age', '7', ripeCrop('carrot', 2), drop('carrot')),
  potatoes: when(
    'age',
    '7',
    all(ripeCrop('potato', 2), withChance(0.02, drop('poisonous_potato'))),
    drop('potato'),
  ),
  nether_wart: when('age', '3', bonusDrop('nether_wart', 2, 4), drop('nether_wart')),
  cocoa: when('age', '2', drop('cocoa_beans', 3), drop('cocoa_beans')),
  torchflower_crop: drop('torchflower_seeds'),
  pitcher_crop: tallPlant(when('age', '4', drop('pitcher_plant'), drop('pitcher_pod'))),
  sweet_berry_bush: when(
    'age',
    '3',
    bonusDrop('sweet_berries', 2, 3),
    when('age', '2', bonusDrop('sweet_berries', 1, 2)),
  ),
  cave_vines: when('berries', 'true', drop('glow_berries')),
  cave_vines_plant: when('berries', 'true', drop('glow_berries')),
  melon: bonusDrop('melon_slice', 3, 7, { limit: 9 }),
  melon_stem: stem('melon_seeds'),
  pumpkin_stem: stem('pumpkin_seeds'),
  attached_melon_stem: binomialDrop('melon_seeds', 0, 3, 8 / 15),
  attached_pumpkin_stem: binomialDrop('pumpkin_seeds', 0, 3, 8 / 15),
  brown_mushroom_block: mushroomBlock('brown_mushroom'),
  red_mushroom_block: mushroomBlock('red_mushroom'),
  sea_pickle: asManyAs('pickles', 'sea_pickle'),
  pink_petals: asManyAs('flower_amount', 'pink_petals'),
  resin_clump: drop('resin_clump'),
}

/** Tall grass gives its short kind to shears; that one's name depends on the version. */
export function tallGrass(shortGrass: string): LootRule {
  return tallPlant(sheared(drop(shortGrass, 2), seeds()))
}

function leaves(wood: string, fruit: LootRule): LootRule {
  return sheared(
    drop(`${wood}_leaves`),
    all(fruit, withFortunateChance([1 / 50, 1 / 45, 1 / 40, 1 / 30, 0.1], drop('stick', 1, 2))),
  )
}

function sapling(wood: string, chances: readonly number[]): LootRule {
  return withFortunateChance(chances, drop(`${wood}_sapling`))
}

function grass(name: string): LootRule {
  return sheared(drop(name), seeds())
}

function seeds(): LootRule {
  return withChance(0.125, bonusDrop('wheat_seeds', 1, 1, { perLevel: 2 }))
}

/** Three more throws of a coin, and one for each level of Fortune. */
function ripeCrop(item: string, base: number): LootRule {
  return (draw) => binomialDrop(item, base, 3 + draw.fortune, CROP_CHANCE)(draw)
}

function vines(name: string): LootRule {
  return sheared(drop(name), withFortunateChance([0.33, 0.55, 0.77, 1], drop(name)))
}

/** Plants of two blocks drop from their lower half. */
function tallPlant(rule: LootRule): LootRule {
  return when('half', 'lower', rule)
}

function stem(seed: string): LootRule {
  return (draw) => binomialDrop(seed, 0, 3, (Number(draw.properties.age ?? 0) + 1) / 15)(draw)
}

/** −6 to 2, and never below none. */
function mushroomBlock(mushroom: string): LootRule {
  return ({ random, ...draw }) => drop(mushroom, Math.max(0, random.below(9) - 6))({ random, ...draw })
}
