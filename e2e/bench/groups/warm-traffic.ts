import type { Bench } from '../support/bench.ts'
import { startCaddy, stopCaddy } from '../support/caddy.ts'
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
    ...(name === 'hand' ? [] : [shareOf(rates, name, 'hand', '  … of hand-written, kept open')]),
    ...(name.startsWith('tenant')
      ? [shareOf(rates, name, alike, '  … of hand-written, one for each request')]
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
  {
    name: 'hand',
    title: 'hand-written site, connections to the app kept open',
    port: 8081,
    host: 'hand.localhost',
  },
  {
    name: alike,
    title: 'hand-written site, a connection to the app for each request',
    port: 8082,
    host: 'hand.localhost',
  },
  { name: 'tenant', title: 'tenant', port: 80, host: 'benchwarm.localhost' },
  { name: 'tenant-proxied', title: 'tenant, proxied', port: 80, host: 'benchported.localhost' },
] as const

/** As an administrator writes them: with what Caddy does of its own accord, and with what Pilot's routes do. */
const sites = [
  ['hand', 8081, []],
  [alike, 8082, ['transport http {', 'keepalive off', '}']],
] as const

const proxyTo = (socket: string, options: readonly string[]): string =>
  [`reverse_proxy unix/${socket} {`, ...options, '}'].join('\n')

const prepare = async (bench: Bench): Promise<void> => {
  const { mustPilot } = bench
  await writeHandUnits(bench)
  for (const [name, port, options] of sites)
    await startCaddy(bench, name, `http://hand.localhost:${port} {\n${proxyTo(handSocket, options)}\n}`)
  await mustPilot('create-tenant', '--name=benchwarm', `--app=${app}`, '--idle=1h')
  await mustPilot(
    ...['create-tenant', '--name=benchported', `--app=${app}`, '--activation=proxied', '--idle=1h'],
  )
}

const cleanUp = async (bench: Bench): Promise<void> => {
  for (const name of ['benchwarm', 'benchported']) await bench.purge(name)
  for (const [name] of sites) await stopCaddy(bench, name)
  await removeHandUnits(bench)
}
