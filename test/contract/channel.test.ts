import { GameChannel, type GameChannelOptions } from '../../src/channel/game-chat/game-channel.ts'
import { InProcessChannel } from '../../src/channel/in-process-channel.ts'
import { SilentChannel } from '../../src/channel/silent-channel.ts'
import type { Clock } from '../../src/core/clock.ts'
import { ChatLoop } from '../support/chat-loop.ts'
import { describeChannel, describeDelivery } from './channel.ts'

const TEAM = ['Ada', 'Ben', 'Cleo']

const gameChannel = (between: GameChannelOptions['between']) => (clock: Clock) =>
  new GameChannel({
    clock,
    between,
    body: new ChatLoop(TEAM),
    team: TEAM,
    signal: new AbortController().signal,
  })

describeChannel('InProcessChannel', (clock) => new InProcessChannel(clock))
describeDelivery('InProcessChannel', (clock) => new InProcessChannel(clock))
describeChannel('GameChannel within a process', gameChannel('process'))
describeDelivery('GameChannel within a process', gameChannel('process'))
describeChannel('GameChannel over chat', gameChannel('chat'))
describeDelivery('GameChannel over chat', gameChannel('chat'))
describeChannel('SilentChannel', (clock) => new SilentChannel(clock))
