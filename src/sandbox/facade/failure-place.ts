/** A thrown value in words, with the place in skill code that it came from. */
export interface Failure {
  readonly message: string
  readonly module: string | null
  readonly line: number | null
  readonly column: number | null
}

interface Frame {
  getFunctionName(): string | null
  getFileName(): string | null
  getLineNumber(): number | null
  getColumnNumber(): number | null
}

const FRAME = /skill:([A-Za-z_$][\w$]*):(\d+):(\d+)\)/

/** Makes stacks name places in skill code, and nothing else. */
export function showSkillFrames(): void {
  Error.stackTraceLimit = 20
  Reflect.set(Error, 'prepareStackTrace', (error: unknown, frames: readonly Frame[]): string => {
    const shown = frames.filter((frame) => String(frame.getFileName()).startsWith('skill:'))
    return [headline(error), ...shown.map(formatFrame)].join('\n')
  })
}

/** Reads what was thrown. The value is the skill's own: reading it may run skill code, so every step is guarded. */
export function describeFailure(thrown: unknown): Failure {
  const match = FRAME.exec(guarded(() => String((thrown as Error).stack), ''))
  return {
    message: headline(thrown).slice(0, 2000),
    module: match?.[1] ?? null,
    line: match ? Number(match[2]) : null,
    column: match ? Number(match[3]) : null,
  }
}

function headline(thrown: unknown): string {
  return guarded(() => {
    if (!(thrown instanceof Error)) return String(thrown)
    return thrown.name === 'Error' ? String(thrown.message) : `${thrown.name}: ${thrown.message}`
  }, 'Something was thrown that cannot be put into words.')
}

function formatFrame(frame: Frame): string {
  const place = `${frame.getFileName()}:${frame.getLineNumber()}:${frame.getColumnNumber()}`
  return `    at ${frame.getFunctionName() ?? 'anonymous'} (${place})`
}

function guarded(attempt: () => string, otherwise: string): string {
  try {
    return attempt()
  } catch {
    return otherwise
  }
}
