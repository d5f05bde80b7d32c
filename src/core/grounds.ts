import * as z from 'zod'

/** Names on a path; of a longer one the middle is left out. */
export const LONGEST_PATH = 32

/**
 * How the sender of a claim came to it. `path` names who handed the claim on, from the one who came to it first-hand to
 * the sender: one's own name on it means that one hears oneself, and two claims with the same first name are one witness.
 */
export const groundsSchema = z.strictObject({
  /** How the first of the path came to it: saw it, concluded it, knew it from the start, or did not say. */
  basis: z.enum(['seen', 'inferred', 'innate', 'unknown']),
  path: z.array(z.string().min(1)).min(1).max(LONGEST_PATH),
})

export type Grounds = Readonly<z.infer<typeof groundsSchema>>

/** What a claim rests on whose sender did not say. */
export function unknownGrounds(sender: string): Grounds {
  return { basis: 'unknown', path: [sender] }
}
