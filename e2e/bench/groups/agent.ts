import { openSessionOn } from '../../system/support/open-session.ts'
import type { Bench } from '../support/bench.ts'
import { figureOf, type Figure } from '../report.ts'

/**
 * A call that asks next to nothing, straight to the agent and by the web interface; one that looks at a tenant, and
 * the same by the CLI; and what the start of one systemctl takes.
 */
export const agent = async (bench: Bench): Promise<Figure[]> => {
  await bench.mustPilot('create-tenant', '--name=benchcalled')
  const times = await bench.measureInNode<Record<string, number[]>>('calls.mjs', {
    rounds: bench.count({ full: 200, quick: 10 }),
    ways: ways((await openSessionOn(bench, 'bench', 'operator')).token),
  })
  await bench.purge('benchcalled')
  return titles.map(([name, title]) =>
    figureOf({ id: `agent.${name}`, title, unit: 'ms' }, times[name] ?? []),
  )
}

const titles = [
  ['socket', "tRPC over the agent's Unix socket, a call that does nothing"],
  ['bridge', 'the same through Caddy and the web interface'],
  ['show', 'the state of one tenant, over the socket'],
  ['cli', 'pilot show --json'],
  ['systemctl', 'systemctl show of one unit'],
] as const

const json = { 'content-type': 'application/json' }

const ways = (token: string) => [
  {
    name: 'socket',
    socketPath: '/run/pilot/agent/root.sock',
    method: 'POST',
    path: '/available',
    headers: json,
    body: '{}',
  },
  {
    name: 'bridge',
    method: 'POST',
    path: '/api/trpc/available',
    body: '{}',
    headers: {
      ...json,
      host: 'pilot.localhost',
      origin: 'http://pilot.localhost',
      cookie: `pilot-session=${token}`,
    },
  },
  {
    name: 'show',
    socketPath: '/run/pilot/agent/root.sock',
    method: 'POST',
    path: '/show',
    headers: json,
    body: JSON.stringify({ name: 'benchcalled' }),
  },
  { name: 'cli', argv: ['pilot', 'show', 'benchcalled', '--json'] },
  {
    name: 'systemctl',
    argv: ['systemctl', 'show', '--property=ActiveState', 'pilot@benchcalled.service'],
  },
]
