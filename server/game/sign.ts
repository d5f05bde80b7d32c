import type { BlockEntity } from '../world/block-entity.ts'

export const SIGN_LINES = 4

/** One side of a sign. */
export interface SignText {
  /** Four of them, from top to bottom. */
  readonly lines: readonly string[]
  /** Name of a dye. */
  readonly color: string
  readonly glowing: boolean
}

/** What is written on a sign. Immutable: a change puts another one into the world. */
export interface Sign extends BlockEntity {
  readonly kind: 'sign'
  readonly front: SignText
  readonly back: SignText
  /** Whether it can no longer be written on. */
  readonly waxed: boolean
  /** UUID of the player who writes on it now; null for nobody. */
  readonly editor: string | null
}

export const blankText: SignText = { lines: ['', '', '', ''], color: 'black', glowing: false }

export const blankSign: Sign = {
  kind: 'sign',
  front: blankText,
  back: blankText,
  waxed: false,
  editor: null,
}

export function isSign(entity: BlockEntity | null): entity is Sign {
  return entity?.kind === 'sign'
}
