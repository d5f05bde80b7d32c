import { prepareViewer } from './viewer-hooks.js'

/**
 * Runs in the frame of one agent: waits for its bot, then loads prismarine-viewer's client, and loads the frame again
 * when the bot has been replaced by another (it joined again, or its process was started again).
 */
const statusUrl = `${window.location.pathname}status`
const askAgainMs = 2000
let shown = null

async function lookAgain() {
  const status = await fetchStatus()
  if (shown === null && status.incarnation !== null) show(status)
  else if (shown !== null && status.incarnation !== null && status.incarnation !== shown)
    window.location.reload()
  else if (status.incarnation === null) notify('Waiting for the bot …')
  else if (shown !== null) notify(warningFor(status))
  window.setTimeout(lookAgain, askAgainMs)
}

async function fetchStatus() {
  const nobody = { incarnation: null, version: null, drawn: null }
  try {
    const response = await fetch(statusUrl)
    return response.ok ? await response.json() : nobody
  } catch {
    return nobody
  }
}

function show(status) {
  shown = status.incarnation
  notify(warningFor(status))
  if (status.drawn === 'unsupported' || !canDraw()) return
  prepareViewer()
  const script = document.createElement('script')
  script.src = '/viewer/index.js'
  document.body.append(script)
}

function warningFor({ version, drawn }) {
  if (!canDraw()) return 'This browser has no WebGL, so it cannot draw the 3D view.'
  if (drawn === 'unsupported') return `The 3D view cannot draw Minecraft ${version}.`
  return drawn === 'shifted' ? `Minecraft ${version} is drawn with some blocks mistaken for others.` : ''
}

let drawable = null

function canDraw() {
  drawable ??= document.createElement('canvas').getContext('webgl') !== null
  return drawable
}

function notify(text) {
  const notice = document.getElementById('notice')
  if (notice.textContent !== text) notice.textContent = text
}

lookAgain()
