import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a Chromium may be installed. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium on this machine; null without one. */
export const chromiumPath = places.find((path) => existsSync(path)) ?? null

if (chromiumPath === null) {
  console.warn(
    `Tests of the page in a browser are skipped: no Chromium at ${places.join(', ')}. Install one.`,
  )
}

/** Starts Chromium without a window, drawing in software. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('There is no Chromium on this machine.')
  const args = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  return chromium.launch({ executablePath: chromiumPath, args })
}
