import loadRegistry from 'prismarine-registry'
import type { MinecraftVersion } from './minecraft-version.ts'
import type { RawNamed } from './named-kind.ts'

/** The parts of prismarine-registry's data that we read, as minecraft-data's schemas describe them. */
export interface RawRegistry {
  readonly version: { readonly version: number; readonly dataVersion: number }
  readonly blocksArray: readonly RawBlock[]
  readonly itemsArray: readonly RawItem[]
  readonly items: Readonly<Record<string, RawItem>>
  readonly foodsByName: Readonly<Record<string, { readonly foodPoints: number; readonly saturation: number }>>
  readonly entitiesArray: readonly RawEntity[]
  readonly effectsArray: readonly RawNamed[]
  readonly enchantmentsArray: readonly RawEnchantment[]
  readonly particlesArray: readonly RawNamed[]
  readonly soundsArray: readonly RawNamed[]
  readonly biomesByName: Readonly<Record<string, { readonly id: number }>>
  readonly recipes: Readonly<Record<string, readonly RawRecipe[]>>
  readonly blockCollisionShapes: {
    readonly blocks: Readonly<Record<string, number | readonly number[]>>
    readonly shapes: Readonly<Record<string, readonly (readonly number[])[]>>
  }
  readonly loginPacket: Readonly<Record<string, unknown>>
}

export interface RawBlock {
  readonly id: number
  readonly name: string
  readonly displayName: string
  readonly hardness: number | null
  readonly resistance: number
  readonly diggable: boolean
  readonly material?: string
  readonly transparent: boolean
  readonly emitLight: number
  readonly filterLight: number
  readonly boundingBox: 'block' | 'empty'
  readonly defaultState: number
  readonly minStateId: number
  readonly maxStateId: number
  readonly states?: readonly RawState[]
  readonly harvestTools?: Readonly<Record<string, boolean>>
  readonly drops: readonly number[]
}

export interface RawState {
  readonly name: string
  readonly type: 'bool' | 'enum' | 'int'
  readonly num_values: number
  readonly values?: readonly string[]
}

export interface RawItem {
  readonly id: number
  readonly name: string
  readonly displayName: string
  readonly stackSize: number
  readonly maxDurability?: number
  readonly enchantCategories?: readonly string[]
  readonly repairWith?: readonly string[]
}

export interface RawEnchantment {
  readonly id: number
  readonly name: string
  readonly displayName: string
  readonly maxLevel: number
  readonly minCost: { readonly a: number; readonly b: number }
  readonly maxCost: { readonly a: number; readonly b: number }
  readonly treasureOnly: boolean
  readonly curse: boolean
  readonly exclude: readonly string[]
  readonly category: string
  readonly weight: number
  readonly tradeable: boolean
}

export interface RawEntity {
  readonly id: number
  readonly name: string
  readonly displayName: string
  readonly width: number
  readonly height: number
  readonly type: string
}

export interface RawRecipe {
  readonly inShape?: readonly (readonly (number | null)[])[]
  readonly ingredients?: readonly number[]
  readonly result: { readonly id: number; readonly count: number }
}

export function loadRawRegistry(version: MinecraftVersion): RawRegistry {
  return loadRegistry(version) as unknown as RawRegistry
}
