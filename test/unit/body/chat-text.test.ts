import { describe, expect, it } from 'vitest'
import { readChatText } from '../../../src/body/connection/chat-text.ts'

describe('readChatText()', () => {
  it('reads plain text and drops colour codes', () => {
    expect(readChatText('§cGo §laway').text).toBe('Go away')
  })

  it('reads JSON text with parts, also as a JSON string', () => {
    const component = { text: 'You are ', extra: [{ text: 'banned', bold: true }, '!'] }
    expect(readChatText(component).text).toBe('You are banned!')
    expect(readChatText(JSON.stringify(component)).text).toBe('You are banned!')
    expect(readChatText('"quoted"').text).toBe('quoted')
  })

  it('reads NBT, as servers send it from 1.20.3 on', () => {
    const component = {
      type: 'compound',
      value: {
        text: { type: 'string', value: 'Server ' },
        extra: {
          type: 'list',
          value: { type: 'compound', value: [{ text: { type: 'string', value: 'closed' } }] },
        },
      },
    }
    expect(readChatText(component).text).toBe('Server closed')
    expect(readChatText({ type: 'string', value: 'just text' }).text).toBe('just text')
  })

  it('keeps the keys of translations and what is put into them', () => {
    const component = { translate: 'multiplayer.disconnect.outdated_client', with: ['1.21.4'] }
    expect(readChatText(component)).toEqual({
      text: 'multiplayer.disconnect.outdated_client 1.21.4',
      keys: ['multiplayer.disconnect.outdated_client'],
    })
  })

  it('does not stumble over broken JSON or nothing at all', () => {
    expect(readChatText('{broken').text).toBe('{broken')
    expect(readChatText(undefined).text).toBe('')
    expect(readChatText(null).text).toBe('')
  })
})
