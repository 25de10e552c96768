import { until } from '../../system/support/until.ts'
import type { Bench } from '../support/bench.ts'
import type { Memory, Process } from '../support/memory.ts'
import { single, type Figure } from '../report.ts'

/** What Pilot itself takes: awake, and once nobody asks it anything. */
export const rest = async (bench: Bench): Promise<Figure[]> => {
  const { mustPilot, run, shell } = bench
  await mustPilot('create-tenant', '--name=benchrest')
  // They leave by themselves, only sooner than after half a minute and five.
  await shell(`
    for unit in pilot-agent:PILOT_AGENT_IDLE pilot-web:PILOT_IDLE; do
      mkdir -p "/run/systemd/system/\${unit%:*}.service.d"
      printf '[Service]\\nEnvironment=%s=3s\\n' "\${unit#*:}" >"/run/systemd/system/\${unit%:*}.service.d/bench.conf"
    done
    systemctl daemon-reload
    systemctl stop pilot-agent.service pilot-web.service`)
  await run('curl', '-fsS', '-o', '/dev/null', '-H', 'Host: pilot.localhost', 'http://127.0.0.1/sign-in')
  await mustPilot('list', '--json')
  const awake = await pilots(bench)
  const left = await until(
    'agent, web interface and sampler have left',
    () => pilots(bench),
    (processes) => processes.length === 0,
    { timeout: 120_000 },
  )
  await shell(`
    rm -r /run/systemd/system/pilot-agent.service.d /run/systemd/system/pilot-web.service.d
    systemctl daemon-reload`)
  await bench.purge('benchrest')
  return [
    memoryOfUnit('rest.agent', 'the agent, while it is awake', awake, 'pilot-agent.service'),
    memoryOfUnit('rest.web', 'the web interface, while it is awake', awake, 'pilot-web.service'),
    single({ id: 'rest.processes', title: 'processes of Pilot at rest', unit: 'processes' }, left.length),
  ]
}

/** Of Pilot itself and of its tenants: all of their units bear its name. */
const pilots = async (bench: Bench): Promise<readonly Process[]> =>
  (await bench.measure<Memory>('memory.py', {})).processes.filter(({ cgroup }) => /\/pilot\b/.test(cgroup))

const memoryOfUnit = (id: string, title: string, processes: readonly Process[], unit: string): Figure =>
  single(
    { id, title, unit: 'KiB' },
    processes.filter(({ cgroup }) => cgroup.endsWith(`/${unit}`)).reduce((sum, { pss }) => sum + pss, 0),
  )
