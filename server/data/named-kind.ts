/** One entry of a registry of which only the name and the number matter here, such as an effect or a sound. */
export interface NamedKind {
  /** Number in packets of the version. */
  readonly id: number
  /** Minecraft name without namespace. */
  readonly name: string
  readonly displayName: string
}

/** Effects that minecraft-data calls differently. */
const effectNames: Readonly<Record<string, string>> = { bad_luck: 'unluck' }

export interface RawNamed {
  readonly id: number
  readonly name: string
  readonly displayName?: string
}

export function namedKinds(raw: readonly RawNamed[]): readonly NamedKind[] {
  return raw.map(({ id, name, displayName }) => ({ id, name, displayName: displayName ?? name }))
}

/** The effects under the game's own names: minecraft-data writes them as `MiningFatigue`. */
export function effectKinds(raw: readonly RawNamed[]): readonly NamedKind[] {
  return raw.map(({ id, name, displayName }) => {
    const plain = name.replaceAll(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase()
    return { id, name: effectNames[plain] ?? plain, displayName: displayName ?? name }
  })
}
