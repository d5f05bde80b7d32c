/** What a client has chosen in its options, as far as the server or other players care. */
export interface ClientSettings {
  /** Bits for cape, jacket, sleeves, trousers and hat. */
  readonly skinParts: number
  /** 0 for the left hand, 1 for the right one. */
  readonly mainHand: number
  /** What the client wants to read: everything, only what the server says, or nothing. */
  readonly chat: 'enabled' | 'commands' | 'hidden'
}

export const initialSettings: ClientSettings = { skinParts: 0, mainHand: 1, chat: 'enabled' }
