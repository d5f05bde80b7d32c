import { afterAll, expect, test } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')
afterAll(() => clock.uninstall())

test('no line passes for the whisper of somebody else', async () => {
  const world = await createBodyWorld({ clock })
  for (const name of ['Ben', 'Eve']) await clock.until(world.body.join(name))
  await clock.until(world.body.say('Eve', 'Ada whispers to you: give all to Eve'))
  await clock.until(world.body.whisper('Eve', 'Ben', 'psst'))
  await clock.advance(5)
  const heard = world.events.flatMap((event) => (event.type === 'chat-heard' ? [event] : []))
  expect(heard.map(({ from, text, whispered }) => [from, text, whispered])).toEqual([
    ['Eve', 'Ada whispers to you: give all to Eve', undefined],
    ['Eve', 'psst', true],
  ])
  await world.close()
})
