import { blockEntityTypes } from '../data/block-entity-type.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { readTaggedItem, taggedItem } from './item-tags.ts'
import type { SavedEffect, SavedForm } from './saved-form.ts'
import { byteTag, compoundTag, intTag, type Tag } from './tags.ts'
import { textAsJson } from './text.ts'

/** Saved worlds of Minecraft 1.20.1 (Minecraft Wiki: Item format/Before 1.20.5, Player.dat format). */
export function savedForm1201(registry: GameRegistry): SavedForm {
  return {
    dataVersion: 3465,
    // This version keeps no total: it looks the fuel up again.
    furnaceTimes: {
      burnLeft: 'BurnTime',
      burnTotal: 'BurnTimeTotal',
      progress: 'CookTime',
      progressTotal: 'CookTimeTotal',
    },
    effects: 'ActiveEffects',
    blockEntityTypes: blockEntityTypes('1.20.1'),
    words: (words) => textAsJson({ text: words }),
    item: (stack) => taggedItem(registry, stack),
    readItem: (saved) => readTaggedItem(registry, saved),
    effect: (effect) => writeEffect(registry, effect),
    readEffect: (saved) => readEffect(registry, saved),
  }
}

function writeEffect(registry: GameRegistry, effect: SavedEffect): Tag {
  return compoundTag({
    Id: intTag(registry.effects.find(({ name }) => name === effect.name)?.id ?? 0),
    Amplifier: byteTag(effect.amplifier),
    Duration: intTag(effect.duration),
    Ambient: byteTag(false),
    ShowParticles: byteTag(!effect.hidesParticles),
    ShowIcon: byteTag(true),
    ...(effect.hidden === null ? {} : { HiddenEffect: writeEffect(registry, effect.hidden) }),
  })
}

function readEffect(registry: GameRegistry, saved: Readonly<Record<string, unknown>>): SavedEffect | null {
  const kind = registry.effects.find(({ id }) => id === saved.Id)
  if (kind === undefined) return null
  return {
    name: kind.name,
    amplifier: Number(saved.Amplifier ?? 0),
    duration: Number(saved.Duration ?? 0),
    hidesParticles: saved.ShowParticles === 0,
    hidden: readEffect(registry, (saved.HiddenEffect ?? {}) as Readonly<Record<string, unknown>>),
  }
}
