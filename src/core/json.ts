import * as z from 'zod'

/** Any value that survives a trip through JSON: the only values that cross a process or sandbox boundary. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export const jsonSchema: z.ZodType<Json> = z.json()
