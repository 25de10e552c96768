import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from './support/machine.ts'
import { mustPilot, pilot, purge, shell } from './support/pilot.ts'
import { until } from './support/until.ts'
import { askSample } from './support/web.ts'

const dropIns = '/run/systemd/system/pilot-agent.service.d'

interface Crash {
  readonly killed: boolean
  readonly exitCode: number
  readonly said: string
}

/** Runs the command with an agent that kills itself with SIGKILL after its n-th host call; the agent after it does not. */
const crashAfter = async (calls: number, command: readonly string[]): Promise<Crash> => {
  // One program on the host: this runs hundreds of times.
  const answer = await shell(`
    systemctl stop pilot-agent.service
    systemctl reset-failed pilot-agent.service 2>/dev/null || true
    systemctl set-environment PILOT_CRASH_AFTER=${calls}
    status=0; said=$(pilot ${command.join(' ')} 2>&1) || status=$?
    # The command may hear of the end before systemd has reaped the process.
    [ $status = 0 ] || timeout 10 sh -c 'while systemctl --quiet is-active pilot-agent.service; do sleep 0.05; done' || true
    echo "$status $(systemctl show --value --property=Result pilot-agent.service)"
    echo "$said"
    ${noCrash}`)
  const [first = '', ...said] = answer.split('\n')
  const [status, result] = first.split(' ')
  return { killed: result === 'signal', exitCode: Number(status), said: said.join('\n') }
}

const noCrash = `systemctl stop pilot-agent.service
  systemctl reset-failed pilot-agent.service 2>/dev/null || true
  systemctl unset-environment PILOT_CRASH_AFTER`

/** Whether the command gets through before the n-th host call; else its caller must hear that the agent went away. */
const getsThrough = async (calls: number, command: readonly string[]): Promise<boolean> => {
  const { killed, exitCode, said } = await crashAfter(calls, command)
  expect(exitCode, `after ${calls} calls: ${said}`).toBe(killed ? 6 : 0)
  return !killed
}

beforeAll(async () => {
  await mustPilot('create-tenant', '--name=witness')
  // Else systemd would start the agent anew by itself, and it would die again and again.
  await shell(
    `mkdir -p ${dropIns}; printf '[Service]\\nRestart=no\\n' > ${dropIns}/trial.conf; systemctl daemon-reload`,
  )
})
afterAll(async () => {
  await shell(noCrash)
  await shell(`rm ${dropIns}/trial.conf; systemctl daemon-reload`)
  for (const name of ['witness', 'mortal']) await purge(name)
})

describe('an agent killed after every single host call', { timeout: 1_800_000 }, () => {
  it('of create-tenant, and of delete-tenant --purge, leaves what the same command makes whole, or takes away', async () => {
    const create = ['create-tenant', '--name=mortal']
    const remove = ['delete-tenant', '--name=mortal', '--purge']
    const last = { create: 0, remove: 0 }
    for (let calls = 1; last.create === 0 || last.remove === 0; calls += 1) {
      if (calls > 500) throw new Error('a command still dies after 500 host calls')

      if (last.create > 0) await mustPilot(...create)
      else if (await getsThrough(calls, create)) last.create = calls
      else await mustPilot(...create)
      expect(await askSample('mortal.localhost'), `after ${calls} calls`).toMatchObject({
        linux_user: 'mortal',
        db_status: 'Connected',
      })

      if (last.remove > 0) await mustPilot(...remove)
      else if (await getsThrough(calls, remove)) last.remove = calls
      else
        expect([0, 3], `after ${calls} calls; 3: the restarted agent had finished by itself`).toContain(
          (await pilot(...remove)).exitCode,
        )
      expect(await tracesOf('mortal'), `after ${calls} calls`).toEqual([])
    }
    console.log(
      `host calls, each crashed once: create-tenant ${last.create - 1}, delete-tenant ${last.remove - 1}`,
    )
    expect(last.create).toBeGreaterThan(10)
    expect(last.remove).toBeGreaterThan(5)
    expect(await askSample('witness.localhost')).toMatchObject({
      linux_user: 'witness',
      db_status: 'Connected',
    })
  })

  it('finishes by itself at its next start what it had begun', async () => {
    expect(await crashAfter(8, ['create-tenant', '--name=mortal'])).toMatchObject({
      killed: true,
      exitCode: 6,
    })

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
