import type { TenantService } from '@pilot/api/service'
import { Domain, PilotError, TenantName, type Availability } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Agent } from '../agent.ts'

type Parts = Pick<Agent, 'store' | 'host' | 'config'>

export const availableMethod =
  (agent: Parts): TenantService['available'] =>
  async ({ name, domains }) => ({
    name: name === undefined ? null : await availabilityOf(agent, name),
    domains: domains.map((domain) => {
      const { data } = Domain.safeParse(domain)
      const tenant = data === undefined ? undefined : agent.store.tenants.findOwner(data)
      return { domain, tenant: tenant ?? null, ofPilot: domain === agent.config.webDomain }
    }),
  })

const availabilityOf = async (agent: Parts, text: string): Promise<NonNullable<Availability['name']>> => {
  const { data: name } = TenantName.safeParse(text)
  // What is reserved belongs to the system, and what is no name at all to nobody that could have it.
  if (name === undefined) return 'foreign'
  const record = agent.store.tenants.find(name)
  if (record !== undefined) return record.wish === 'deleted' ? 'kept' : 'taken'
  return (await isInUse(agent.host, name)) ? 'foreign' : 'free'
}

const isInUse = async ({ accounts, postgres }: Host, name: TenantName): Promise<boolean> => {
  const [account, group, role] = await Promise.all([
    accounts.find(name),
    accounts.findGroup(name),
    unlessDown(postgres.findRole(name)),
  ])
  return account !== undefined || group !== undefined || role !== undefined
}

// Somebody types; that PostgreSQL is down is told by the step that needs it.
const unlessDown = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  try {
    return await answer
  } catch (error) {
    if (error instanceof PilotError && error.problem.code === 'service-down') return undefined
    throw error
  }
}
