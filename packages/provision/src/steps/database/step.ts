import type { Drift } from '@pilot/contract'
import type { Host, RoleFound, Statement } from '@pilot/host/ports'
import {
  connectionLimit,
  mark,
  renderAbandonRole,
  renderAdoptRole,
  renderCreateDatabase,
  renderCreateRole,
  renderDropDatabase,
  renderDropRole,
  renderFinishDatabase,
  renderGrantTenants,
  renderRetireRole,
  tenantsRole,
} from '@pilot/render'
import { compared, foreign, missing } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import { resourceStep } from '../../resources/resource-step.ts'
import type { RemoveOptions } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'

/** The PostgreSQL role and the database of its own. Both outlive the tenant unless it is purged. */
export const database = resourceStep({
  name: 'database',
  // It stands on nothing of the others, so it is made beside them.
  needs: [],
  // No program uses it any more.
  removedAfter: ['units'],
  resources: (tenant, host, options) => [role(tenant, host, options), ownDatabase(tenant, host, options)],
  artefacts: ({ spec }) => [
    { title: 'SQL', text: lines([renderCreateRole(spec.name), ...renderCreateDatabase(spec.name)]) },
  ],
  removal: ({ spec }, { purge }) =>
    purge
      ? {
          action: 'remove',
          details: [{ code: 'database-goes', database: spec.name }],
          artefacts: [
            { title: 'SQL', text: lines([...renderDropDatabase(spec.name), renderDropRole(spec.name)]) },
          ],
        }
      : {
          action: 'change',
          details: [{ code: 'database-kept', database: spec.name }],
          artefacts: [{ title: 'SQL', text: lines([renderRetireRole(spec.name)]) }],
        },
})

const lines = (statements: readonly Statement[]): string => statements.map(({ sql }) => `${sql};\n`).join('')

const role = ({ spec: { name }, uid }: Tenant, { postgres }: Host, { purge }: RemoveOptions): Resource => ({
  subject: { kind: 'role', name },
  inspect: async () => inspectRole(name, await postgres.findRole(name)),
  apply: async ({ state }) => {
    const found = state === 'missing' ? undefined : await postgres.findRole(name)
    if (found === undefined) return postgres.execute(renderCreateRole(name))
    if (!isOpen(found)) await postgres.execute(renderAdoptRole(name))
    if (!isTenants(found)) await postgres.execute(renderGrantTenants(name))
  },
  remove: async () => {
    if (!purge && (await postgres.findRole(name))?.login !== true) return false
    if (purge) await dropRole(name, uid, postgres)
    else await postgres.execute(renderRetireRole(name))
    return true
  },
})

/** dependent_objects_still_exist (PostgreSQL manual, Appendix A). */
const dependentObjects = '2BP01'

const dropRole = async (
  name: Tenant['spec']['name'],
  uid: number,
  postgres: Host['postgres'],
): Promise<void> => {
  try {
    await postgres.execute(renderDropRole(name))
  } catch (error) {
    if ((error as { code?: unknown }).code !== dependentObjects) throw error
    await postgres.execute(renderAbandonRole(name, uid))
  }
}

const inspectRole = (name: Tenant['spec']['name'], found: RoleFound | undefined): ResourceState => {
  if (found === undefined) return missing
  if (found.comment !== mark(name)) return foreign('role', name)
  const drift: Drift[] = []
  if (!found.login) drift.push({ code: 'no-login' })
  if (found.connectionLimit !== connectionLimit)
    drift.push({ code: 'connection-limit', found: found.connectionLimit, wished: connectionLimit })
  if (!isTenants(found)) drift.push({ code: 'no-member', role: tenantsRole })
  // Pilot cannot take these away: only a superuser could have given them.
  if (found.superuser) drift.push({ code: 'superuser' })
  if (found.createRole) drift.push({ code: 'creates-roles' })
  if (found.createDatabase) drift.push({ code: 'creates-databases' })
  return compared(drift)
}

const isOpen = (found: RoleFound): boolean => found.login && found.connectionLimit === connectionLimit
const isTenants = (found: RoleFound): boolean => found.memberOf.includes(tenantsRole)

const ownDatabase = ({ spec: { name } }: Tenant, { postgres }: Host, { purge }: RemoveOptions): Resource => ({
  subject: { kind: 'database', name },
  inspect: () => inspectDatabase(name, postgres),
  apply: ({ state }) =>
    executeAll(state === 'missing' ? renderCreateDatabase(name) : renderFinishDatabase(name), postgres),
  remove: async () => {
    if (!purge) return false
    const found = await postgres.findDatabase(name)
    await executeAll(renderDropDatabase(name, found?.isTemplate), postgres)
    return true
  },
})

const inspectDatabase = async (
  name: Tenant['spec']['name'],
  postgres: Host['postgres'],
): Promise<ResourceState> => {
  const found = await postgres.findDatabase(name)
  if (found === undefined) return missing
  // The mark is the owner: the owner itself could change a comment on the database.
  if (found.owner !== name || found.ownerComment !== mark(name)) return foreign('database', name)
  const drift: Drift[] = []
  if (!found.allowsConnections) drift.push({ code: 'not-open' })
  if (found.publicConnect) drift.push({ code: 'public-connects' })
  if (found.isBorrowed) drift.push({ code: 'borrowed' })
  return compared(drift)
}

/** By one backend: another may have learned of a GRANT too late, and refuses what the next statement needs it for. */
const executeAll = (statements: readonly Statement[], postgres: Host['postgres']): Promise<void> =>
  postgres.session(async ({ execute }) => {
    for (const statement of statements) await execute(statement)
  })
