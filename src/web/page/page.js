import { createAgentCard } from './agent-card.js'
import { showPace } from './controls.js'
import { formatTime, setText } from './elements.js'
import { addToTimeline } from './timeline.js'

/** Follows the run over Server-Sent Events: a snapshot after every (re)connection, then changes. */
const feed = new EventSource('/events')
feed.addEventListener('snapshot', ({ data }) => showSnapshot(JSON.parse(data)))
feed.addEventListener('change', ({ data }) => showChange(JSON.parse(data)))
feed.addEventListener('error', () => {
  showStatus('lost', 'connection lost')
  showPace(null, false)
})

const byId = (id) => document.getElementById(id)
const cards = new Map()

function showSnapshot({ agents, timeline, ...head }) {
  byId('timeline').replaceChildren()
  showChange({ head, agents, timeline, order: agents.map((agent) => agent.name) })
}

function showChange({ head, order, agents, timeline }) {
  showHead(head)
  placeCards(order)
  for (const agent of agents) cards.get(agent.name).update(agent)
  addToTimeline(byId('timeline'), timeline)
}

function showHead({ title, run, goal, tick, pace, ended }) {
  document.title = `${title} · Kithcraft`
  setText(byId('title'), title)
  setText(byId('goal'), goal === null ? 'The agents choose for themselves.' : `Goal: ${goal}`)
  setText(byId('run'), run ?? '…')
  setText(byId('tick'), tick.toLocaleString('en'))
  setText(byId('time'), formatTime(tick))
  showPace(pace, ended !== null)
  if (ended === null && pace?.isPaused) showStatus('paused', 'paused')
  else if (ended === null) showStatus('live', 'live')
  else
    showStatus(ended.reached ? 'reached' : 'ended', ended.reached ? 'goal reached' : `ended: ${ended.reason}`)
}

function showStatus(state, text) {
  setText(byId('status'), text)
  byId('status').dataset.state = state
}

/** Adds missing cards and removes those of agents that are gone. A card that stays is not moved: its view would reload. */
function placeCards(order) {
  for (const [name, { card }] of cards) {
    if (order.includes(name)) continue
    card.remove()
    cards.delete(name)
  }
  for (const name of order) {
    if (cards.has(name)) continue
    cards.set(name, createAgentCard(name))
    byId('agents').append(cards.get(name).card)
  }
  byId('agents').dataset.count = String(order.length)
}
