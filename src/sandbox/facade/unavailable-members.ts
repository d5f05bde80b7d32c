const EVENTS = 'Skill code gets no events: await the act itself, or look again after bot.waitForTicks(ticks)'
const PLUGINS = 'Skill code cannot load plugins: use the control primitives'
const LEAVING = 'Skill code cannot leave the game: return from the function instead'
const CLICKS = 'Raw clicks are not available: use bot.equip, bot.toss or an opened container'
const RAW = 'Raw packets and the client are not reachable: use the control primitives'

/** Members that Mineflayer's bot has and skill code may not use, with what to do instead. */
export const UNAVAILABLE_MEMBERS: Readonly<Record<string, string>> = {
  on: EVENTS,
  once: EVENTS,
  emit: EVENTS,
  addListener: EVENTS,
  removeListener: EVENTS,
  removeAllListeners: EVENTS,
  loadPlugin: PLUGINS,
  loadPlugins: PLUGINS,
  hasPlugin: PLUGINS,
  whisper: 'Skill code cannot whisper: use bot.chat(text)',
  quit: LEAVING,
  end: LEAVING,
  connect: LEAVING,
  clickWindow: CLICKS,
  simpleClick: CLICKS,
  _client: RAW,
}

/** Functions in their place that throw the advice; `_client` is left out, so that it is undefined. */
export function unavailableMembers(): Record<string, () => never> {
  const entries = Object.entries(UNAVAILABLE_MEMBERS).filter(([name]) => name !== '_client')
  const refusal = ([name, advice]: readonly [string, string]): [string, () => never] => [
    name,
    () => {
      throw new Error(`bot.${name}() is not available. ${advice}.`)
    },
  ]
  return Object.fromEntries(entries.map(refusal))
}
