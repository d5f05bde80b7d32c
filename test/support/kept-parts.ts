import { KeptParts } from '../../src/cli/compose/kept-parts.ts'

/** Made once for all worlds of a test process: none of them leaves a trace in it. */
export const keptParts = new KeptParts()
