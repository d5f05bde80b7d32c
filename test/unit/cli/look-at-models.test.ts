import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { lookAtKeys, lookAtModel, modelChecks } from '../../../src/cli/look-at-models.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { overrideTeam } from '../../../src/cli/team-overrides.ts'

let server: Server | null = null

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

/** A provider that answers every request so, and the headers that it was asked with. */
async function provider(status: number, body: unknown) {
  const headers: Record<string, unknown>[] = []
  const listening = createServer((request, response) => {
    headers.push(request.headers)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/v1`, headers }
}

function specAt(url: string, fields: Readonly<Record<string, unknown>> = {}) {
  const brain = { provider: 'compatible', model: 'tiny', url, ...fields }
  const team = parseTeamFile(JSON.stringify({ agents: [{ name: 'Ada', brain }] }), 'team.json')
  return { team, spec: team.agents[0]?.brain as Parameters<typeof lookAtModel>[0] }
}

describe('lookAtModel()', () => {
  test('finds a model that the provider lists, and sends the key as the provider wants it', async () => {
    const { url, headers } = await provider(200, { data: [{ id: 'tiny' }] })
    const environment = { COMPATIBLE_API_KEY: 'secret-1', ANTHROPIC_API_KEY: 'secret-2' }
    expect(await lookAtModel(specAt(url).spec, environment)).toEqual({ status: 'ok', text: `${url} has it` })
    await lookAtModel(specAt(url, { provider: 'anthropic' }).spec, environment)
    expect(headers[0]).toMatchObject({ authorization: 'Bearer secret-1' })
    expect(headers[1]).toMatchObject({ 'x-api-key': 'secret-2' })
  })

  test('warns of a model that is not listed', async () => {
    const { url } = await provider(200, { data: [{ id: 'huge' }] })
    const finding = await lookAtModel(specAt(url).spec, {})
    expect(finding).toEqual({ status: 'warning', text: `${url} answers, but does not list "tiny"` })
  })

  test('says which variable holds a key that is refused, and never the key', async () => {
    const { url } = await provider(401, { error: { message: 'no: secret-1' } })
    const finding = await lookAtModel(specAt(url).spec, { COMPATIBLE_API_KEY: 'secret-1' })
    expect(finding).toMatchObject({
      status: 'failed',
      text: expect.stringContaining('Is COMPATIBLE_API_KEY right?'),
    })
    expect(finding.text).not.toContain('secret')
  })

  test('asks nobody where a key is missing, and says that nobody listens', async () => {
    const { url, headers } = await provider(200, {})
    const keyless = await lookAtModel(specAt(url, { provider: 'openai' }).spec, {})
    expect(keyless).toMatchObject({ status: 'failed', text: expect.stringContaining('OPENAI_API_KEY') })
    expect(headers).toEqual([])
    await new Promise((resolve) => server?.close(resolve))
    const nobody = await lookAtModel(specAt(url).spec, {})
    expect(nobody).toMatchObject({
      status: 'failed',
      text: expect.stringContaining('is the server running?'),
    })
  })
})

describe('the checks of a team', () => {
  test('look at each model once', () => {
    const { team } = specAt('http://127.0.0.1:8080/v1')
    const [agent] = team.agents
    if (agent === undefined) throw new Error('The team has an agent.')
    const checks = modelChecks({ ...team, agents: [agent, { ...agent, name: 'Ben' }] }, {})
    expect(checks.map(({ name }) => name)).toEqual(['compatible/tiny'])
  })

  test('say which keys are set, not what they are', () => {
    expect(lookAtKeys({ OPENAI_API_KEY: 'secret' })).toEqual({ status: 'ok', text: 'set: OPENAI_API_KEY' })
    expect(lookAtKeys({ OPENAI_API_KEY: ' ' }).text).toContain('none is set')
  })
})

describe('--brain and --brain-url', () => {
  const { team } = specAt('http://127.0.0.1:8080/v1')

  test('name any compatible server', () => {
    const flags = { brain: 'compatible/tiny', brainUrl: 'http://127.0.0.1:9/v1' }
    expect(overrideTeam(team, flags).agents[0]?.brain).toMatchObject({
      provider: 'compatible',
      model: 'tiny',
      url: 'http://127.0.0.1:9/v1',
    })
  })

  test.each([
    [{ brainUrl: 'http://127.0.0.1:9/v1' }, /name the model too/],
    [{ brain: 'ollama/x', brainUrl: 'nonsense' }, /--brain-url is "nonsense": write it like/],
    [{ brain: 'nobody/x' }, /^--brain.*unknown provider "nobody"/],
  ])('%j is answered with what to write', (flags, message) => {
    expect(() => overrideTeam(team, flags)).toThrow(message)
  })
})
