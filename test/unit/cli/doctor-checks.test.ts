import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  doctorChecks,
  lookAtInspectorSignal,
  lookAtNode,
  lookAtServer,
} from '../../../src/cli/doctor-checks.ts'

describe('lookAtNode()', () => {
  it('demands Node.js 26', () => {
    expect(lookAtNode('26.10.0').status).toBe('ok')
    expect(lookAtNode('27.0.1').status).toBe('ok')
    expect(lookAtNode('20.20.2')).toMatchObject({
      status: 'failed',
      text: expect.stringContaining('20.20.2 is too old'),
    })
  })
})

describe('lookAtInspectorSignal()', () => {
  it('warns where a signal opens the debugger', () => {
    expect(lookAtInspectorSignal(['--disable-sigusr1']).status).toBe('ok')
    expect(lookAtInspectorSignal([]).status).toBe('warning')
  })
})

describe('lookAtServer()', () => {
  it('finds a server that listens', async () => {
    const server = createServer((socket) => socket.destroy())
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    onTestFinished(() => void server.close())
    expect(await lookAtServer(`127.0.0.1:${port}`)).toEqual({
      status: 'ok',
      text: `something listens at 127.0.0.1:${port}`,
    })
  })

  it('says that nothing listens on a port', async () => {
    expect(await lookAtServer('127.0.0.1:1')).toEqual({
      status: 'failed',
      text: '"127.0.0.1:1" cannot be reached: nothing listens on that port. Is the server running?',
    })
  })
})

describe('doctorChecks()', () => {
  it('all pass in this repository', async () => {
    const findings = await Promise.all(
      doctorChecks({}).map(async ({ name, look }) => ({ name, ...(await look()) })),
    )
    expect(findings.filter(({ status }) => status === 'failed')).toEqual([])
    expect(findings.map(({ name }) => name)).toContain('sandbox')
  })

  it('look at a server only when one is named', () => {
    expect(doctorChecks({}).map(({ name }) => name)).not.toContain('server')
    expect(doctorChecks({ server: 'x' }).map(({ name }) => name)).toContain('server')
  })
})
