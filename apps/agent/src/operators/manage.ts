import type { Caller, OperatorService } from '@pilot/api/service'
import { PilotError, type Operator } from '@pilot/contract'
import type { OperatorRecord } from '../store/index.ts'
import { audited } from '../audit/audited.ts'
import { makeLink } from './links.ts'
import type { OperatorParts } from './parts.ts'

type Methods = Pick<
  OperatorService,
  'operators' | 'addOperator' | 'resetOperator' | 'setOperatorRole' | 'removeOperator'
>

export const manageMethods = (agent: OperatorParts): Methods => ({
  operators: async () => agent.store.operators.list().map((record) => toOperator(agent, record)),
  addOperator: (input, caller) =>
    audited(agent, { action: 'addOperator', input, caller }, () => {
      const { name, role } = input
      if (agent.store.operators.find(name) !== undefined)
        throw new PilotError({ code: 'operator-exists', operator: name })
      const { link, told } = makeLink(agent, input)
      const createdAt = agent.now().getTime()
      agent.store.operators.put({ name, role, ...withoutSecrets, link, createdAt, lastSeenAt: null })
      return told
    }),
  resetOperator: (input, caller) =>
    audited(agent, { action: 'resetOperator', input, caller }, () => {
      const found = findOperator(agent, input.name)
      const { link, told } = makeLink(agent, found)
      agent.store.transaction(() => {
        agent.store.operators.put({ ...found, ...withoutSecrets, link })
        endCredentials(agent, found)
      })
      return told
    }),
  setOperatorRole: (input, caller) =>
    audited(agent, { action: 'setOperatorRole', input, caller }, () => {
      const found = findOperator(agent, input.name)
      if (input.role !== 'admin') demandAnotherAdmin(agent, found, caller)
      // Sessions and tokens go by this record at each call, so it holds at once.
      const changed = { ...found, role: input.role }
      agent.store.operators.put(changed)
      return toOperator(agent, changed)
    }),
  removeOperator: (input, caller) =>
    audited(agent, { action: 'removeOperator', input, caller }, () => {
      const found = findOperator(agent, input.name)
      demandAnotherAdmin(agent, found, caller)
      agent.store.transaction(() => {
        endCredentials(agent, found)
        agent.store.operators.remove(found.name)
      })
      return {}
    }),
})

const withoutSecrets = { password: null, secondFactor: null, pendingSecret: null } as const

const findOperator = ({ store }: OperatorParts, name: string): OperatorRecord => {
  const found = store.operators.find(name)
  if (found === undefined)
    throw new PilotError({ code: 'not-found', what: { code: 'operator', operator: name } })
  return found
}

const endCredentials = ({ store, now }: OperatorParts, { name }: OperatorRecord): void => {
  store.sessions.revokeAll(name, now().getTime())
  store.tokens.revokeAll(name, now().getTime())
}

/** Root may take the last admin away, since root can make another one. */
const demandAnotherAdmin = ({ store }: OperatorParts, { name }: OperatorRecord, { source }: Caller): void => {
  const admins = store.operators.list().filter(({ role, password }) => role === 'admin' && password !== null)
  if (source !== 'root' && admins.length === 1 && admins[0]?.name === name)
    throw new PilotError({ code: 'last-admin', operator: name })
}

const toOperator = ({ now }: OperatorParts, record: OperatorRecord): Operator => ({
  name: record.name,
  role: record.role,
  state: record.password === null ? 'invited' : 'active',
  secondFactor: record.secondFactor !== null,
  createdAt: new Date(record.createdAt).toISOString(),
  lastSeenAt: record.lastSeenAt === null ? null : new Date(record.lastSeenAt).toISOString(),
  linkExpiresAt:
    record.link === null || record.link.expiresAt <= now().getTime()
      ? null
      : new Date(record.link.expiresAt).toISOString(),
})
