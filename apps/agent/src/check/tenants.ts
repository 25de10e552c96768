import type { Finding, FindingId, Found, TenantState } from '@pilot/contract'
import { seeTenants } from '../tenants/see-tenants.ts'
import { stateOf } from '../tenants/tenant-state.ts'
import { fault, met, type Check } from './check.ts'

/** The tenants that are not as wished. */
export const checkTenants: Check = async (agent) => {
  const seen = await seeTenants(agent, agent.store.tenants.list())
  const inState = (wanted: TenantState): string[] =>
    seen.filter((tenant) => stateOf(tenant).state === wanted).map(({ record }) => record.spec.name)
  return [
    report({
      id: 'tenants.degraded',
      names: inState('degraded'),
      none: { code: 'none-degraded' },
      seeWhy: (name) => `pilot show ${name}`,
    }),
    report({
      id: 'tenants.failing',
      names: inState('failing'),
      none: { code: 'none-failing' },
      seeWhy: (name) => `pilot logs ${name}`,
    }),
  ]
}

interface Report {
  readonly id: FindingId
  readonly names: readonly string[]
  /** What is found where there are none. */
  readonly none: Found
  /** The command that tells more. */
  readonly seeWhy: (name: string) => string
}

const report = ({ id, names, none, seeWhy }: Report): Finding => {
  const [first] = names
  if (first === undefined) return met(id, none)
  const found: Found = {
    code: 'tenants',
    names: names.slice(0, told),
    more: Math.max(0, names.length - told),
  }
  return fault(id, found, { code: 'see-why', command: seeWhy(first) })
}

/** So many are told by name. */
const told = 5
