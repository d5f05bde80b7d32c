import fc from 'fast-check'

// Property tests draw the same cases each time, so that a red one is red again; PROPERTY_SEED draws others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })
