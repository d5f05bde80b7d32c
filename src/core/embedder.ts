/**
 * Turns texts into vectors whose angle tells how alike their meanings are. The same text always gives the same vector,
 * whatever else is asked for with it. Vectors have length 1.
 */
export interface Embedder {
  /** Names what made the vectors: those of different models cannot be compared. */
  readonly model: string
  /** One vector per text. Rejects with an InfrastructureError where the model cannot be used. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  close(): Promise<void>
}
