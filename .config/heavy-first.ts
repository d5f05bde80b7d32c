import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of the tests that take longest, the longest first. A file that is not named comes later. */
const HEAVY = readFileSync(new URL('heavy-tests.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** Begins with the files that take longest, so that no processor idles at the end while another one plays a long game. */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = HEAVY.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'))
      return place < 0 ? HEAVY.length : place
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
