/**
 * prismarine-viewer's client is one script without settings. These hooks, set before it is loaded, change what it takes
 * from the browser. Each is optional: without it the view still works, only worse.
 */
export function prepareViewer() {
  shareWorker()
  drawSparingly()
  followBot(captureControls(), watchPosition())
}

/** It starts four workers with 0.3 GB each. One is enough: the first stands for all, messages to all are sent once. */
function shareWorker() {
  const RealWorker = window.Worker
  let shared = null
  window.Worker = class {
    #first = shared === null

    constructor(url) {
      shared ??= new RealWorker(url)
    }

    set onmessage(listener) {
      shared.onmessage = listener
    }

    postMessage(message) {
      if (this.#first || message.type === 'dirty') shared.postMessage(message)
    }
  }
}

/** At most 30 pictures a second, and none while the view is scrolled out of sight. */
function drawSparingly() {
  const request = window.requestAnimationFrame.bind(window)
  let visible = true
  let waiting = []
  let lastMs = 0
  const draw = (nowMs) => {
    if (!visible || nowMs - lastMs < 30) return request(draw)
    lastMs = nowMs
    const callbacks = waiting
    waiting = []
    for (const callback of callbacks) callback(nowMs)
    return request(draw)
  }
  request(draw)
  window.requestAnimationFrame = (callback) => waiting.push(callback)
  new IntersectionObserver(([entry]) => {
    visible = entry.isIntersecting
  }).observe(document.documentElement)
}

/** Gets hold of the camera's controls when the script makes them. */
function captureControls() {
  const captured = { controls: null }
  const hookControls = (three) => {
    let original
    Object.defineProperty(three, 'OrbitControls', {
      configurable: true,
      get: () => original,
      set: (Controls) => {
        original = class extends Controls {
          constructor(...settings) {
            super(...settings)
            captured.controls = this
          }
        }
      },
    })
  }
  let three
  Object.defineProperty(window, 'THREE', {
    configurable: true,
    get: () => three,
    set: (value) => {
      three = value
      if (Object.isExtensible(value)) hookControls(value)
    },
  })
  return captured
}

/** Reads the bot's position from the messages that the script's WebSocket gets. */
function watchPosition() {
  const watched = { position: null }
  const start = '42["position",'
  window.WebSocket = class extends window.WebSocket {
    constructor(...settings) {
      super(...settings)
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && data.startsWith(start))
          watched.position = JSON.parse(data.slice(2))[1].pos
      })
    }
  }
  return watched
}

/** Starts near the bot and moves the camera along with it, keeping the distance and angle that the user chose. */
function followBot(captured, watched) {
  const step = () => {
    window.requestAnimationFrame(step)
    const { controls } = captured
    const { position } = watched
    if (controls === null || position === null) return
    moveCamera(controls, position, controls.followed ? 0.15 : 1)
    if (controls.followed) return
    controls.followed = true
    const { target, object } = controls
    object.position.set(target.x, target.y + 6, target.z + 7)
  }
  step()
}

function moveCamera(controls, position, share) {
  const { target, object } = controls
  for (const [axis, height] of [
    ['x', 0],
    ['y', 1],
    ['z', 0],
  ]) {
    const distance = position[axis] + height - target[axis]
    const moved = Math.abs(distance) > 32 ? distance : distance * share
    target[axis] += moved
    object.position[axis] += moved
  }
}
