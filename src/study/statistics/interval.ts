import * as z from 'zod'

/** An estimate with the interval in which it lies in 95 of 100 repetitions. */
export const estimateSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number() })

export type Estimate = Readonly<z.infer<typeof estimateSchema>>
