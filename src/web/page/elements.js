/**
 * Makes an element. Content is always set as text, never as markup: most of what the page shows was written by minds
 * or players.
 *
 * @param {string} tag
 * @param {{ class?: string, title?: string, text?: string }} [properties]
 * @param {...(Node | string)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  if (properties.class) made.className = properties.class
  if (properties.title) made.title = properties.title
  if (properties.text !== undefined) made.textContent = properties.text
  made.append(...children)
  return made
}

/** Sets the text where it differs, so that a selection in unchanged text survives. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}

/** Ticks as minutes and seconds of game time. */
export function formatTime(ticks) {
  const seconds = Math.floor(Math.max(0, ticks) / 20)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A Minecraft name as words. */
export function words(name) {
  return name.replaceAll('_', ' ')
}

/** The picture of an item, or its first letters where there is none. */
export function itemIcon(item) {
  const image = element('img', { class: 'icon' })
  image.alt = words(item)
  image.src = `/items/${encodeURIComponent(item)}.png`
  image.addEventListener('error', () => {
    image.replaceWith(element('span', { class: 'icon letters', text: words(item).slice(0, 2) }))
  })
  return image
}
