import { InProcessChannel } from '../../src/channel/in-process-channel.ts'
import { SilentChannel } from '../../src/channel/silent-channel.ts'
import { describeChannel, describeDelivery } from './channel.ts'

describeChannel('InProcessChannel', (clock) => new InProcessChannel(clock))
describeDelivery('InProcessChannel', (clock) => new InProcessChannel(clock))
describeChannel('SilentChannel', (clock) => new SilentChannel(clock))
