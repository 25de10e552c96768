import type { Bench } from '../support/bench.ts'
import { handSocket, removeHandUnits, writeHandUnits } from '../support/hand-written.ts'
import { app } from '../support/programs.ts'
import { figureOf, type Figure } from '../report.ts'

/**
 * Requests per second of an app that is awake, by 16 connections to Caddy. Ratios, not capacities: who asks runs on
 * the same cores.
 */
export const warmTraffic = async (bench: Bench): Promise<Figure[]> => {
  await prepare(bench)
  const rates = await bench.measureInNode<Record<string, number[]>>('load.mjs', {
    rounds: bench.count({ full: 10, quick: 2 }),
    seconds: bench.count({ full: 3, quick: 0.3 }),
    targets,
  })
  await cleanUp(bench)
  return targets.flatMap(({ name, title }) => [
    figureOf({ id: `warm-traffic.${name}`, title, unit: 'requests/s' }, rates[name] ?? []),
    ...(name === 'hand' ? [] : [shareOf(rates, name, 'hand', '  … of hand-written')]),
    ...(name.startsWith('tenant')
      ? [shareOf(rates, name, alike, '  … of that, a connection for each request')]
      : []),
  ])
}

/** In percent, of the same round, so that what the machine does beside is in both. */
const shareOf = (
  rates: Readonly<Record<string, readonly number[]>>,
  name: string,
  of: string,
  title: string,
): Figure =>
  figureOf(
    { id: `warm-traffic.${name}.share-of-${of}`, title, unit: '%' },
    (rates[name] ?? []).map((rate, round) => (rate / (rates[of]?.[round] ?? NaN)) * 100),
  )

/** What Pilot's routes do as well. */
const alike = 'hand-no-keepalive'

const targets = [
  { name: 'alone', title: 'the app alone, without Caddy', path: handSocket, host: 'alone' },
  { name: 'hand', title: 'hand-written Caddy -> Unix socket', port: 8081, host: 'hand.localhost' },
  {
    name: alike,
    title: 'hand-written, a connection for each request',
    port: 8082,
    host: 'hand.localhost',
  },
  { name: 'tenant', title: 'tenant', port: 80, host: 'benchwarm.localhost' },
  { name: 'tenant-proxied', title: 'tenant, proxied', port: 80, host: 'benchported.localhost' },
] as const

const prepare = async (bench: Bench): Promise<void> => {
  const { mustPilot, shell } = bench
  await writeHandUnits(bench)
  // A Caddy of its own, so that a request to it passes none of Pilot's routes; with sites that have names, as those of
  // a machine with more than one.
  await shell(`
    mkdir -p /etc/bench
    printf '%s\\n' '{' ' admin off' ' auto_https off' '}' \\
      'http://hand.localhost:8081 {' ' reverse_proxy unix/${handSocket}' '}' \\
      'http://hand.localhost:8082 {' ' reverse_proxy unix/${handSocket} {' '  transport http {' '   keepalive off' '  }' ' }' '}' \\
      >/etc/bench/Caddyfile
    systemd-run --quiet --unit=bench-caddy --property=Type=notify --property=User=caddy \\
      --setenv=HOME=/var/lib/caddy caddy run --config /etc/bench/Caddyfile --adapter caddyfile`)
  await mustPilot('create-tenant', '--name=benchwarm', `--app=${app}`, '--idle=1h')
  await mustPilot(
    ...['create-tenant', '--name=benchported', `--app=${app}`, '--activation=proxied', '--idle=1h'],
  )
}

const cleanUp = async (bench: Bench): Promise<void> => {
  for (const name of ['benchwarm', 'benchported']) await bench.purge(name)
  await bench.run('systemctl', 'stop', 'bench-caddy.service')
  await removeHandUnits(bench)
}
