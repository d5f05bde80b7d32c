import { expect, it } from 'vitest'
import { drawnVersion } from '../../../src/web/drawn-version.ts'

it.each(['1.8.8', '1.16.5', '1.17.1', '1.18.2', '1.19.2', '1.20.1', '1.21.1', '1.21.4'])(
  'drawnVersion() trusts %s',
  (version) => expect(drawnVersion(version)).toBe('exact'),
)

it.each(['1.19.3', '1.19.4', '1.20.2', '1.20.4', '1.20.6', '1.21.3', '1.21.5', '1.21.11'])(
  'drawnVersion() warns of shifted blocks in %s',
  (version) => expect(drawnVersion(version)).toBe('shifted'),
)

it.each(['1.7.10', '26.1', '1.22', 'bedrock'])('drawnVersion() knows that %s is not drawn', (version) =>
  expect(drawnVersion(version)).toBe('unsupported'),
)
