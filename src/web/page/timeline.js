import { element, formatTime } from './elements.js'

const longest = 300

/** Shows the newest items first. `items` are in order of time and new to the list. */
export function addToTimeline(list, items) {
  for (const item of items) list.prepend(timelineEntry(item))
  while (list.childElementCount > longest) list.lastElementChild.remove()
}

function timelineEntry({ tick, agent, kind, tone, text, detail }) {
  const entry = element(
    'li',
    {},
    element('time', { text: formatTime(tick), title: `tick ${tick}` }),
    element('p', {}, ...(agent === null ? [] : [element('b', { text: agent }), ' ']), text),
  )
  if (detail !== '') entry.append(element('p', { class: 'said', text: detail }))
  entry.dataset.kind = kind
  entry.dataset.tone = tone
  return entry
}
