import { element, setText } from './elements.js'

const byId = (id) => document.getElementById(id)
let isPaused = false

byId('pause').addEventListener('click', () => order({ isPaused: !isPaused }))
byId('step-tick').addEventListener('click', () => order({ step: 1 }))
byId('step-second').addEventListener('click', () => order({ step: 20 }))
byId('speed').addEventListener('change', ({ target }) =>
  order({ speed: target.value === '' ? null : Number(target.value) }),
)

/** Shows how simulated time passes; nothing in real time and after the end. */
export function showPace(pace, hasEnded) {
  byId('controls').hidden = pace === null || hasEnded
  if (pace === null) return
  isPaused = pace.isPaused
  setText(byId('pause'), isPaused ? 'Go on' : 'Pause')
  showSpeed(byId('speed'), pace.speed === null ? '' : String(pace.speed))
}

/** A speed of the command line may be none of the usual ones. */
function showSpeed(select, value) {
  const isKnown = [...select.options].some((option) => option.value === value)
  if (!isKnown) {
    const option = element('option', { text: `${value}×` })
    option.value = value
    select.prepend(option)
  }
  if (document.activeElement !== select) select.value = value
}

/** What cannot be sent is lost, as the page says then: the controls come back with the connection. */
function order(wish) {
  fetch('/control', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  }).catch(() => {})
}
