import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf } from './support/machine.ts'
import { host, mustPilot, purge } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { askSample, visit } from './support/web.ts'

const long = `${'a'.repeat(50)}.${'b'.repeat(50)}.example.com`

beforeAll(async () => {
  await installPrograms()
  await mustPilot('create-tenant', '--name=phoenix', '--domain=phoenix.localhost', `--domain=${long}`)
  await mustPilot('create-tenant', '--name=ownphoenix', '--scope=user')
  await mustPilot('create-tenant', '--name=pphoenix', `--exec=/usr/bin/python3 ${programs}/port-only.py`)
  await mustPilot('create-tenant', '--name=closed')
  await mustPilot('suspend', 'closed')
  await host.reboot()
})
afterAll(async () => {
  for (const name of ['phoenix', 'ownphoenix', 'pphoenix', 'closed']) await purge(name)
})

describe('after a reboot of the host', () => {
  it('no tenant runs before its first request', async () => {
    expect(await processesOf('phoenix')).toEqual([])
    expect(await processesOf('pphoenix')).toEqual([])
  })

  it('all tenants answer, on every domain', async () => {
    expect(await askSample('phoenix.localhost')).toMatchObject({
      linux_user: 'phoenix',
      db_status: 'Connected',
    })
    expect(await askSample(long)).toMatchObject({ linux_user: 'phoenix', db_status: 'Connected' })
    expect(await askSample('ownphoenix.localhost')).toMatchObject({
      linux_user: 'ownphoenix',
      db_status: 'Connected',
    })
    expect(await visit('pphoenix.localhost')).toMatchObject({ status: 200 })
  })

  it('a suspended tenant stays closed', async () => {
    expect(await visit('closed.localhost')).toMatchObject({ status: 503 })
  })
})
