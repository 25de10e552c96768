import type { Finding, TenantState } from '@pilot/contract'
import { seeTenants } from '../tenants/see-tenants.ts'
import { stateOf } from '../tenants/tenant-state.ts'
import type { Check } from './check.ts'

/** The tenants that are not as wished. */
export const checkTenants: Check = async (agent) => {
  const seen = await seeTenants(agent, agent.store.tenants.list())
  const inState = (wanted: TenantState): string[] =>
    seen.filter((tenant) => stateOf(tenant).state === wanted).map(({ record }) => record.spec.name)
  return [
    report({
      id: 'tenants.degraded',
      title: 'All tenants are wholly provisioned',
      names: inState('degraded'),
      remedy: (name) => `See why: pilot show ${name}`,
    }),
    report({
      id: 'tenants.failing',
      title: 'No tenant crashes again and again',
      names: inState('failing'),
      remedy: (name) => `See why: pilot logs ${name}`,
    }),
  ]
}

interface Report {
  readonly id: string
  readonly title: string
  readonly names: readonly string[]
  readonly remedy: (name: string) => string
}

const report = ({ id, title, names, remedy }: Report): Finding => {
  const [first] = names
  if (first === undefined) return { id, title, level: 'ok', detail: 'None is otherwise.', remedy: '' }
  const detail = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}.`
  return { id, title, level: 'fault', detail, remedy: remedy(first) }
}
