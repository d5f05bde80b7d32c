const due = new Set<() => Promise<void>>()

/** Has something that tests of a file share closed when all of them have ended; once, however often it is asked for. */
export function whenFileEnds(close: () => Promise<void>): void {
  due.add(close)
}

/** For the runner of the tests. */
export async function endFile(): Promise<void> {
  const closing = [...due].map((close) => close())
  due.clear()
  await Promise.all(closing)
}
