import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { paintWith, type Tone } from '../live-view/style.ts'
import { cleanText } from '../live-view/text-fit.ts'

/** What was found out about one thing that Kithcraft needs or can use. */
export interface Finding {
  /** `warning`: Kithcraft works without it. */
  readonly status: 'ok' | 'warning' | 'failed'
  readonly text: string
}

/** Looks at one thing. A check that throws counts as failed. */
export interface Check {
  readonly name: string
  readonly look: () => Promise<Finding>
}

/** Runs the checks one after another and prints a line for each. Fails when one of them did. */
export async function doctorCommand(
  checks: readonly Check[],
  json: boolean,
  io: CommandIo,
): Promise<ExitCode> {
  const paint = paintWith(!json && io.terminal(false).colours)
  const width = Math.max(...checks.map((check) => check.name.length))
  const found: (Finding & { name: string })[] = []
  for (const check of checks) {
    const finding = { name: check.name, ...(await lookSafely(check)) }
    found.push(finding)
    if (!json) {
      const mark = paint(TONES[finding.status], finding.status.padEnd(7))
      io.out(`${mark}  ${finding.name.padEnd(width)}  ${finding.text}`)
    }
  }
  const failed = found.some((finding) => finding.status === 'failed')
  if (json) io.out(JSON.stringify({ ok: !failed, checks: found }))
  return failed ? EXIT.infrastructure : EXIT.reached
}

const TONES: Readonly<Record<Finding['status'], Tone>> = { ok: 'good', warning: 'strong', failed: 'bad' }

async function lookSafely(check: Check): Promise<Finding> {
  try {
    return await check.look()
  } catch (error) {
    return { status: 'failed', text: cleanText(error instanceof Error ? error.message : String(error)) }
  }
}
