import { type Claim, claimSchema } from '../../core/claim.ts'

/*
 * Claims in a few characters, so that many fit into a line of chat: `tool stone=wooden_pickaxe,stone_pickaxe`. What has no
 * short form, and every name that would not come back as it was, travels as JSON.
 */

/** Names that need no quoting. */
const PLAIN = /^\w+$/

/** The claim in short; `readClaim` gives it back as it was. */
export function writeClaim(claim: Claim): string {
  const code = shortForm(claim)
  return code === null || !comesBack(code, claim) ? JSON.stringify(claim).replaceAll('&', '\\u0026') : code
}

/** Throws for what is no claim. */
export function readClaim(code: string): Claim {
  return claimSchema.parse(code.startsWith('{') ? JSON.parse(code) : longForm(code))
}

function shortForm(claim: Claim): string | null {
  switch (claim.type) {
    case 'recipe': {
      const parts = Object.entries(claim.ingredients).map(([item, count]) => `${count}*${item}`)
      return `recipe ${claim.makes}*${claim.item}=${parts.join('+')}${claim.table ? '@table' : ''}`
    }
    case 'smelting':
      return `smelt ${claim.from}=${claim.item}`
    case 'fuel':
      return `fuel ${claim.item}=${claim.smelts}`
    case 'drop':
      return `drop ${claim.block}=${claim.items.join(',')}`
    case 'tool':
      return `tool ${claim.block}=${claim.tools.join(',')}`
    case 'mob-drop':
      return `hunt ${claim.mob}=${claim.items.join(',')}`
    case 'depth':
      return `depth ${claim.block}=${claim.lowest}..${claim.highest}..${claim.best}`
    case 'contains': {
      const { x, y, z } = claim.position
      return `chest ${claim.item}=${claim.count}@${x},${y},${z}`
    }
    case 'knows':
      return `${claim.knows ? 'knows' : 'lacks'} ${claim.agent}=${claim.topic}`
    default:
      return null
  }
}

function longForm(code: string): unknown {
  const [, kind = '', subject = '', value = ''] = /^(\w+) ([^=]*)=(.*)$/.exec(code) ?? []
  const names = value === '' ? [] : value.split(',')
  switch (kind) {
    case 'recipe':
      return recipeForm(subject, value)
    case 'smelt':
      return { type: 'smelting', item: value, from: subject }
    case 'fuel':
      return { type: 'fuel', item: subject, smelts: Number(value) }
    case 'drop':
      return { type: 'drop', block: subject, items: names }
    case 'tool':
      return { type: 'tool', block: subject, tools: names }
    case 'hunt':
      return { type: 'mob-drop', mob: subject, items: names }
    case 'depth': {
      const [lowest, highest, best] = value.split('..').map(Number)
      return { type: 'depth', block: subject, lowest, highest, best }
    }
    case 'chest': {
      const [count, place = ''] = value.split('@')
      const [x, y, z] = place.split(',').map(Number)
      return { type: 'contains', position: { x, y, z }, item: subject, count: Number(count) }
    }
    case 'knows':
    case 'lacks':
      return { type: 'knows', agent: subject, topic: value, knows: kind === 'knows' }
    default:
      return null
  }
}

function recipeForm(subject: string, value: string) {
  const [makes, item] = subject.split('*')
  const table = value.endsWith('@table')
  const ingredients = (table ? value.slice(0, -'@table'.length) : value).split('+').map((part) => {
    const [count, name = ''] = part.split('*')
    return [name, Number(count)] as const
  })
  return { type: 'recipe', item, makes: Number(makes), ingredients: Object.fromEntries(ingredients), table }
}

/** Whether the short form gives the claim back; names with odd characters may not. */
function comesBack(code: string, claim: Claim): boolean {
  const words = JSON.stringify(claim).match(/"[^"]*"/g) ?? []
  if (!words.every((word) => PLAIN.test(word.slice(1, -1)) || word === '"mob-drop"')) return false
  const read = claimSchema.safeParse(longForm(code))
  return read.success && JSON.stringify(read.data) === JSON.stringify(claim)
}
