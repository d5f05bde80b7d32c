import * as z from 'zod'

const count = z.int().nonnegative()

/** What one run came to, as its journal tells it. Ticks are game ticks, 20 a second. */
export const episodeMeasuresSchema = z.strictObject({
  /** Whether all subjects reached the goal; without subjects, whether the run did. */
  reached: z.boolean(),
  reason: z.string().nullable(),
  /** Length of the run. */
  ticks: count,
  /** Until the last subject had reached the goal; null where one did not. */
  ticksToGoal: count.nullable(),
  /** False when a wall-clock or memory limit decided an attempt. */
  reproducible: z.boolean(),
  /** Of the subjects, as are all counts from here on to `deaths`. */
  attempts: count,
  failedAttempts: count,
  skillsLearned: count,
  refutedBeliefs: count,
  deaths: count,
  /** The tick at which each item was first held. */
  items: z.record(z.string(), count),
  /** The tick at which each step of the tech tree was reached. */
  milestones: z.record(z.string(), count),
  /** How many attempts failed in which way. */
  failures: z.record(z.string(), count),
  /** Steps of each agent, helpers too. */
  steps: z.record(z.string(), count),
  /** Of all agents, as are the words in them. */
  messages: count,
  words: count,
  questions: count,
})

export type EpisodeMeasures = Readonly<z.infer<typeof episodeMeasuresSchema>>
