import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf, unitProperty } from './support/machine.ts'
import { mustPilot, pilot, purge, shell } from './support/pilot.ts'
import { until } from './support/until.ts'
import { askSample } from './support/web.ts'

const dropIns = '/run/systemd/system/pilot-agent.service.d'

/** Makes the next agent kill itself with SIGKILL after its n-th host call; 0 takes that away again. */
const crashAfter = (calls: number): Promise<string> =>
  shell(
    `systemctl stop pilot-agent.service
    systemctl reset-failed pilot-agent.service 2>/dev/null || true
    ${calls === 0 ? 'systemctl unset-environment PILOT_CRASH_AFTER' : `systemctl set-environment PILOT_CRASH_AFTER=${calls}`}`,
  )

const agentWasKilled = async (): Promise<boolean> =>
  (await unitProperty('pilot-agent.service', 'Result')) === 'signal'

/** Runs the command with the agent dying after each of its host calls in turn, until one run gets through. */
const withEveryCrash = async (
  command: string[],
  afterEach: (calls: number) => Promise<void>,
): Promise<number> => {
  for (let calls = 1; calls < 500; calls++) {
    await crashAfter(calls)
    const outcome = await pilot(...command)
    const killed = await agentWasKilled()
    await crashAfter(0)
    if (!killed) {
      expect(outcome).toMatchObject({ exitCode: 0 })
      return calls
    }
    expect(outcome.exitCode, 'the caller hears that the agent went away').toBe(6)
    await afterEach(calls)
  }
  throw new Error('the command still dies after 500 host calls')
}

beforeAll(async () => {
  await mustPilot('create-tenant', '--name=witness')
  // Else systemd would start the agent anew by itself, and it would die again and again.
  await shell(
    `mkdir -p ${dropIns}; printf '[Service]\\nRestart=no\\n' > ${dropIns}/trial.conf; systemctl daemon-reload`,
  )
})
afterAll(async () => {
  await crashAfter(0)
  await shell(`rm ${dropIns}/trial.conf; systemctl daemon-reload`)
  for (const name of ['witness', 'mortal']) await purge(name)
})

describe('an agent killed after every single host call', { timeout: 900_000 }, () => {
  it('of create-tenant leaves a tenant that the same command makes whole', async () => {
    const crashes = await withEveryCrash(['create-tenant', '--name=mortal'], async (calls) => {
      await mustPilot('create-tenant', '--name=mortal')
      expect(await askSample('mortal.localhost'), `after ${calls} calls`).toMatchObject({
        linux_user: 'mortal',
        db_status: 'Connected',
      })
      await mustPilot('delete-tenant', '--name=mortal', '--purge')
      expect(await tracesOf('mortal'), `after ${calls} calls`).toEqual([])
    })
    console.log(`create-tenant: ${crashes - 1} host calls, each crashed once`)
    expect(crashes).toBeGreaterThan(10)
    expect(await askSample('witness.localhost')).toMatchObject({
      linux_user: 'witness',
      db_status: 'Connected',
    })
  })

  it('of delete-tenant --purge leaves nothing after the same command', async () => {
    await mustPilot('create-tenant', '--name=mortal')
    const crashes = await withEveryCrash(['delete-tenant', '--name=mortal', '--purge'], async (calls) => {
      const again = await pilot('delete-tenant', '--name=mortal', '--purge')
      expect([0, 3], `after ${calls} calls; 3: the restarted agent had finished by itself`).toContain(
        again.exitCode,
      )
      expect(await tracesOf('mortal'), `after ${calls} calls`).toEqual([])
      await mustPilot('create-tenant', '--name=mortal')
    })
    console.log(`delete-tenant: ${crashes - 1} host calls, each crashed once`)
    expect(crashes).toBeGreaterThan(5)
    expect(await tracesOf('mortal')).toEqual([])
    expect(await askSample('witness.localhost')).toMatchObject({
      linux_user: 'witness',
      db_status: 'Connected',
    })
  })

  it('finishes by itself at its next start what it had begun', async () => {
    await crashAfter(8)
    expect((await pilot('create-tenant', '--name=mortal')).exitCode).toBe(6)
    await crashAfter(0)

    await mustPilot('list')

    await until(
      'mortal is whole',
      async () => JSON.parse((await pilot('show', 'mortal', '--json')).stdout) as { state: string },
      ({ state }) => state === 'asleep',
    )
    expect(await askSample('mortal.localhost')).toMatchObject({
      linux_user: 'mortal',
      db_status: 'Connected',
    })
  })
})
