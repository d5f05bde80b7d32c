import { element, formatTime, itemIcon, setText, words } from './elements.js'

/** The card of one agent. Its parts are made once and updated in place, so that the 3D view is never loaded again. */
export function createAgentCard(name) {
  const parts = {
    badge: element('span', { class: 'badge' }),
    presence: element('span', { class: 'presence' }),
    health: meter('Health', 'health', element('span', { class: 'heart', text: '♥' })),
    food: meter('Food', 'food', itemIcon('cooked_chicken')),
    place: element('span', { class: 'place' }),
    task: element('p', { class: 'task' }),
    attempt: element('p', { class: 'attempt' }),
    detail: element('p', { class: 'detail' }),
    source: element('code'),
    message: element('blockquote', { class: 'message' }),
    inventory: element('ul', { class: 'items' }),
    skills: element('ul', { class: 'skills' }),
  }
  const code = element('details', {}, element('summary', { text: 'Code' }), element('pre', {}, parts.source))
  const card = element(
    'article',
    { class: 'card' },
    element('div', { class: 'view' }, viewFrame(name), overlay(name, parts)),
    element(
      'div',
      { class: 'facts-of-agent' },
      row('Task', parts.task),
      row('Skill', parts.attempt, parts.detail, code),
      row('Says', parts.message),
      row('Carries', parts.inventory),
      row('Learned', parts.skills),
    ),
  )
  card.dataset.agent = name
  return { card, update: (agent) => updateCard(card, code, parts, agent) }
}

function viewFrame(name) {
  const frame = element('iframe', { title: `3D view of ${name}` })
  frame.loading = 'lazy'
  frame.src = `/view/${encodeURIComponent(name)}/`
  return frame
}

function overlay(name, parts) {
  return element(
    'div',
    { class: 'overlay' },
    element('h2', { text: name }),
    parts.badge,
    parts.presence,
    element('span', { class: 'gap' }),
    parts.place,
    parts.health.root,
    parts.food.root,
  )
}

function row(label, ...content) {
  return element(
    'section',
    { class: 'row' },
    element('h3', { text: label }),
    element('div', { class: 'value' }, ...content),
  )
}

function meter(label, kind, sign) {
  const fill = element('span', { class: 'fill' })
  const value = element('span', { class: 'number', text: '–' })
  const bar = element('span', { class: 'bar' }, fill)
  return { root: element('span', { class: `meter ${kind}`, title: label }, sign, bar, value), fill, value }
}

function updateCard(card, code, parts, agent) {
  card.classList.toggle('reached', agent.finished?.reached === true)
  setText(parts.badge, agent.knowledge ?? '')
  parts.badge.hidden = agent.knowledge === null
  parts.badge.title = agent.role
  updatePresence(parts.presence, agent)
  updateMeter(parts.health, agent.health)
  updateMeter(parts.food, agent.food)
  setText(parts.place, agent.position === null ? '' : formatPlace(agent.position))
  updateTask(parts.task, agent)
  updateAttempt(parts, code, agent.attempt)
  updateMessage(parts.message, agent.message)
  replaceList(parts.inventory, inventoryItems(agent.inventory), 'nothing')
  replaceList(parts.skills, agent.skills.map(skillItem), 'nothing yet')
}

function updatePresence(node, { presence, finished, deaths }) {
  const died = deaths === 0 ? '' : deaths === 1 ? ' · died once' : ` · died ${deaths} times`
  if (presence.state === 'playing') setText(node, `${finished?.reached ? 'goal reached' : 'playing'}${died}`)
  else if (presence.state === 'away') setText(node, `has left: ${presence.detail}`)
  else setText(node, presence.detail === '' ? 'joining' : `joining again: ${presence.detail}`)
  node.dataset.state = finished?.reached ? 'reached' : presence.state
}

function updateMeter({ root, fill, value }, points) {
  root.hidden = points === null
  if (points === null) return
  fill.style.width = `${Math.min(100, (points / 20) * 100)}%`
  setText(value, String(Math.round(points)))
}

function updateTask(node, { task, finished }) {
  const reason = task?.reason ? ` (${task.reason})` : ''
  if (task === null) setText(node, finished === null ? 'none yet' : finished.reason)
  else setText(node, task.text + (task.status === 'open' ? '' : ` — ${words(task.status)}${reason}`))
  node.dataset.status = task?.status ?? 'none'
}

function updateAttempt(parts, code, attempt) {
  parts.attempt.dataset.status = attempt?.status ?? 'none'
  code.hidden = attempt === null
  if (attempt === null) {
    setText(parts.attempt, 'none yet')
    setText(parts.detail, '')
    return
  }
  setText(parts.attempt, attempt.call)
  parts.attempt.title = attempt.reused ? 'a skill of its library' : 'newly written code'
  setText(parts.detail, attempt.detail)
  setText(parts.source, attempt.source)
}

function updateMessage(node, message) {
  if (message === null) {
    setText(node, 'nothing yet')
    node.removeAttribute('cite')
    return
  }
  const text = `${message.act} ${message.to.join(', ')} · ${formatTime(message.tick)}`
  node.replaceChildren(element('span', { text: message.text }), element('footer', { text: text }))
}

function inventoryItems(inventory) {
  return Object.entries(inventory).map(([item, count]) =>
    element(
      'li',
      { title: words(item) },
      itemIcon(item),
      element('span', { class: 'count', text: `${count}` }),
    ),
  )
}

function skillItem({ name, version, status, description }) {
  const title = `${description} (version ${version}, ${status})`
  const item = element('li', { title, text: name })
  item.dataset.status = status
  return item
}

/** Replaces a list's entries if they read otherwise than before. */
function replaceList(list, entries, empty) {
  const key = entries.map((entry) => `${entry.title}|${entry.textContent}`).join('\n')
  if (list.dataset.key === key && list.childElementCount > 0) return
  list.dataset.key = key
  if (entries.length === 0) list.replaceChildren(element('li', { class: 'none', text: empty }))
  else list.replaceChildren(...entries)
}

function formatPlace({ x, y, z }) {
  return [x, y, z].map((coordinate) => Math.floor(coordinate)).join(' ')
}
