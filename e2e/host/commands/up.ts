import { isForwarding, requireFreePort, startForwarder, stopForwarder } from '../forwarder.ts'
import { openHost, type Host } from '../host.ts'
import { instance, readRecord, writeRecord } from '../instance.ts'
import { holdLock } from '../lock.ts'
import { ensurePackage, installPackage } from '../package-file.ts'
import { phases } from '../phases.ts'
import { Refusal } from '../refusal.ts'
import { ensureRootImage } from '../root-image.ts'
import { debianOf, suites, type Debian, type Suite } from '../suite.ts'
import { wayIn } from './way-in.ts'

const defaultPort = 8088

/** Builds Pilot, boots the host, installs Pilot there, makes the tenant `demo`, and forwards a port to it. */
export const up = async ({ port: wanted, debian }: { port?: number; debian?: Debian }): Promise<void> => {
  const of = instance('pilot')
  await using _lock = await holdLock(of.lock)
  const record = await readRecord(of)
  const suite = chooseSuite(record?.suite, debian)
  const port = wanted ?? record?.port ?? defaultPort
  const forwarding = record?.port === port && (await isForwarding(of))
  if (!forwarding) await requireFreePort(port)

  const phase = phases(6)
  const file = await phase('build the package', ensurePackage)
  await phase(
    `build a Debian ${debianOf(suite)} root (a minute, once)`,
    async () => record ?? ensureRootImage(suite),
  )
  const host = await openHost(of.name, { suite })
  await phase('boot the host', () => host.boot())
  await phase('install the package on it', () => installPackage(host, file))
  await phase('create the tenant demo', () => createDemo(host))
  await phase(`forward 127.0.0.1:${port} to its Caddy`, async () => {
    if (forwarding) return
    await stopForwarder(of)
    await startForwarder(of, port)
    const now = await readRecord(of)
    if (now) await writeRecord(of, { ...now, port })
  })
  console.log(howToGoOn(port, await wayIn(host, port)))
}

/** A host keeps its Debian: another one would be another host, without the tenants of this. */
const chooseSuite = (present: Suite | undefined, debian: Debian | undefined): Suite => {
  const wanted = debian && suites[debian]
  if (present && wanted && present !== wanted)
    throw new Refusal(
      `The host is Debian ${debianOf(present)}. For Debian ${debian} remove it first: ./pilot down --purge`,
    )
  return wanted ?? present ?? 'trixie'
}

/** A creation that once stopped half-way is healed by the same command. */
const createDemo = async (host: Host): Promise<void> => {
  const shown = await host.exec(['pilot', 'show', 'demo', '--json'])
  const found = shown.exitCode === 0 ? (JSON.parse(shown.stdout) as { state: string }) : undefined
  if (found && found.state !== 'degraded') return
  await host.run(['pilot', 'create-tenant', '--name=demo'], { timeout: 120_000 })
}

const howToGoOn = (port: number, wayIn: string): string => `
  http://pilot.localhost:${port}/    the web interface
  ${wayIn}

  http://demo.localhost:${port}/     a tenant

  curl http://demo.localhost:${port}/

  ./pilot create-tenant --name=blog    another tenant: http://blog.localhost:${port}/
  ./pilot list                         any command of pilot, on the host
  ./pilot check                        is everything in order?
  ./pilot shell                        look around on the host
  ./pilot test                         prove everything
  ./pilot down                         stop it`
