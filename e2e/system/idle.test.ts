import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesOf, untilAsleep } from './support/machine.ts'
import { host, mustPilot, purge } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { askSample, visit } from './support/web.ts'

beforeAll(async () => {
  await installPrograms()
  await mustPilot('create-tenant', '--name=napper', '--idle=1s')
  await mustPilot(
    'create-tenant',
    '--name=pnapper',
    `--exec=/usr/bin/python3 ${programs}/port-only.py`,
    '--idle=1s',
  )
  await mustPilot('create-tenant', '--name=steady', '--idle=2s')
  await mustPilot(
    'create-tenant',
    '--name=talker',
    `--app=${programs}/echo-socket.mjs`,
    '--activation=native',
    '--idle=2s',
  )
  await mustPilot(
    'create-tenant',
    '--name=ptalker',
    `--app=${programs}/echo-socket.mjs`,
    '--activation=proxied',
    '--idle=2s',
  )
})
afterAll(async () => {
  for (const name of ['napper', 'pnapper', 'steady', 'talker', 'ptalker']) await purge(name)
})

describe('after the idle time', () => {
  it('no process of the tenant exists, and the next request answers again, ten times in a row', async () => {
    const pids = new Set<number>()
    for (let cycle = 0; cycle < 10; cycle++) {
      const answer = await askSample('napper.localhost')
      expect(answer).toMatchObject({ linux_user: 'napper', db_status: 'Connected' })
      expect(await processesOf('napper')).toContain(String(answer.pid))
      await untilAsleep('napper')
      pids.add(answer.pid)
    }
    expect(pids.size).toBe(10)
  })

  it('a proxied tenant has neither program nor proxy left, ten times in a row', async () => {
    for (let cycle = 0; cycle < 10; cycle++) {
      expect((await visit('pnapper.localhost')).status).toBe(200)
      await untilAsleep('pnapper')
    }
  })
})

describe('a busy tenant stays awake', () => {
  it('until a request of three times the idle time is finished', async () => {
    const answer = await visit('steady.localhost', '/slow?ms=6000')

    expect(answer.status).toBe(200)
  })

  it('but not for a visitor who has left before the answer', async () => {
    expect((await visit('steady.localhost', '/slow?ms=600000', '--max-time', '1')).status).toBe(0)

    await untilAsleep('steady')
  })

  it.each(['talker', 'ptalker'])(
    'while a silent WebSocket is open for three times the idle time (%s)',
    async (name) => {
      const held = await host.exec([
        '/usr/lib/pilot/bin/node',
        `${programs}/hold-websocket.mjs`,
        `${name}.localhost`,
        '6000',
      ])

      expect(held).toMatchObject({ exitCode: 0, stdout: 'first\nlast\n' })
      await untilAsleep(name)
    },
  )
})
