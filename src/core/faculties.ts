import * as z from 'zod'

const on = (what: string) => z.boolean().default(true).describe(what)

/** What a mind can do beyond planning and acting. Each can be switched off, to see what it is worth. */
export const facultiesSchema = z.strictObject({
  talk: on('Asks teammates and answers them.'),
  perspective: on('Considers what its partner sees, lacks and misbelieves before it speaks.'),
  partnerModel: on('Keeps a picture of what each partner does, knows and needs.'),
  revision: on('Gives up beliefs that the world or a trusted partner speaks against.'),
  episodicMemory: on('Recalls what it tried before.'),
  semanticMemory: on('Keeps facts beyond the task at hand.'),
  proceduralMemory: on('Keeps skills and uses them again.'),
})

export type Faculties = Readonly<z.infer<typeof facultiesSchema>>

export const ALL_FACULTIES: Faculties = facultiesSchema.parse({})
