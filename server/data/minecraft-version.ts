import * as z from 'zod'

/** The versions that the game server speaks. The first is the default. */
export const minecraftVersionSchema = z.enum(['1.21.4', '1.20.1'])

export type MinecraftVersion = z.infer<typeof minecraftVersionSchema>

export const DEFAULT_MINECRAFT_VERSION: MinecraftVersion = '1.21.4'
