import { readFile } from 'node:fs/promises'
import { CreateTenantInput, TenantName } from '@pilot/contract'
import { paths, socketPath } from '@pilot/render'
import type { CompareAgent } from '../agent.ts'
import { each } from '../each.ts'
import type { Found } from '../memory/measure.ts'
import { listProcesses } from '../memory/processes.ts'
import { timeToFirstByte } from '../request.ts'
import { timed } from '../timed.ts'
import type { Variant } from './variant.ts'

interface Parts {
  readonly agent: CompareAgent
  readonly id: string
  readonly variant: 'tenant' | 'user-tenant' | 'awake'
}

/** Whole tenants, with account, database, units, socket and route, made by the agent like any other. */
export const tenants = ({ agent, id, variant }: Parts): Variant => {
  const scope = variant === 'user-tenant' ? 'user' : 'system'
  let names: readonly TenantName[] = []
  const nameOf = (index: number): TenantName => {
    const name = names[index]
    if (name === undefined) throw new Error(`there is no tenant ${index}`)
    return name
  }
  const ask = (index: number): Promise<number> => timeToFirstByte({ path: socketPath(nameOf(index), scope) })

  return {
    variant,
    expectedBytes: expectedBytes[variant],
    findMissing: async () => undefined,
    prepare: async (count) => {
      names = Array.from({ length: count }, (_, index) => tenantName(id, variant, index))
      await agent.report({ report: 'making', id, tenants: [...names] })
    },
    daemons: async () => [],
    create: (index) => timed(() => agent.createTenant(inputOf(nameOf(index), scope))),
    ready: async () => {
      if (variant === 'awake') await each(names, 4, (_, index) => ask(index))
    },
    find: () => findProcesses(names),
    stop: (index) => agent.sleep(nameOf(index)),
    start: ask,
    request: ask,
    remove: () => each(names, 4, (name) => agent.purgeTenant(name)),
    notes: () => [],
  }
}

/** Generous: what a Node program needs when nothing of it is shared yet. */
const expectedBytes = {
  tenant: 1024 ** 2,
  'user-tenant': 12 * 1024 ** 2,
  awake: 60 * 1024 ** 2,
} as const

const letters = { tenant: 't', 'user-tenant': 'u', awake: 'a' } as const

/** The last part of the id is random: such a name is nobody's, and the agent refuses it where it is. */
const tenantName = (id: string, variant: Parts['variant'], index: number): TenantName =>
  TenantName.parse(`compare-${id.split('-').at(-1) ?? ''}-${letters[variant]}${index + 1}`)

const inputOf = (name: TenantName, scope: 'system' | 'user'): CreateTenantInput =>
  CreateTenantInput.parse({ name, scope, command: [paths.node, paths.comparedApp] })

const findProcesses = async (names: readonly TenantName[]): Promise<Found> => {
  const uids = uidsOf(await readFile('/etc/passwd', 'utf8'), new Set(names))
  const all = (await listProcesses()).filter(({ uid }) => uids.has(uid))
  return {
    parts: [
      { part: 'app', processes: all.filter(({ name }) => !managerNames.has(name)) },
      { part: 'user-manager', processes: all.filter(({ name }) => managerNames.has(name)) },
    ],
    daemons: [],
    ownCgroups: true,
  }
}

/** The manager, its PAM session, and the bus that comes with it. */
const managerNames = new Set(['systemd', '(sd-pam)', 'dbus-daemon', 'dbus-broker', 'dbus-broker-lau'])

/** Of the lines of passwd(5) with these names. */
const uidsOf = (passwd: string, names: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(
    passwd
      .split('\n')
      .map((line) => line.split(':'))
      .filter(([name = '']) => names.has(name))
      .map(([, , uid]) => Number(uid)),
  )
