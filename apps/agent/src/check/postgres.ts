import { oldestVersions, type Finding, type Found, type Remedy } from '@pilot/contract'
import type { AuthenticationRule, RoleFound } from '@pilot/host/ports'
import { tenantsRole } from '@pilot/render'
import { fault, met, note, type Check } from './check.ts'

/** The server, Pilot's role, and the rules by which tenants come in as themselves and nowhere else. */
export const checkPostgres: Check = async ({ host }) => {
  const version = await host.postgres.version()
  const [role, rules] = await Promise.all([
    host.postgres.findRole('pilot'),
    host.postgres.authenticationRules(),
  ])
  return [...checkVersion(version), checkRole(role), checkRules(rules)]
}

const checkVersion = (version: string): readonly Finding[] => {
  const major = parseInt(version, 10)
  return [
    major >= oldestVersions.postgresql
      ? met('postgresql.version', { code: 'postgresql-runs', version })
      : fault(
          'postgresql.version',
          { code: 'postgresql-old', version },
          { code: 'upgrade-postgresql', command: null },
        ),
    major >= 16
      ? met('postgresql.createrole', { code: 'createrole-bounded', major })
      : note(
          'postgresql.createrole',
          { code: 'createrole-unbounded', major },
          { code: 'prefer-newer-postgresql', command: null },
        ),
  ]
}

const checkRole = (role: RoleFound | undefined): Finding => {
  const wrong = findRoleFault(role)
  return wrong === undefined
    ? met('postgresql.role', { code: 'role' })
    : fault('postgresql.role', wrong, setUp)
}

const findRoleFault = (role: RoleFound | undefined): Found | undefined => {
  if (role === undefined) return { code: 'no-role' }
  if (role.superuser) return { code: 'role-superuser' }
  if (!role.login || !role.createRole || !role.createDatabase) return { code: 'role-lacks' }
  return undefined
}

const checkRules = (rules: readonly AuthenticationRule[]): Finding => {
  const wrong = findRuleFault(rules)
  return wrong === undefined
    ? met('postgresql.peer', { code: 'peer' })
    : fault('postgresql.peer', wrong, setUp)
}

const setUp: Remedy = { code: 'set-up-postgresql', command: '/usr/lib/pilot/setup-postgres' }

// The first rule that matches decides (PostgreSQL manual, "The pg_hba.conf File"), so the order counts.
const findRuleFault = (rules: readonly AuthenticationRule[]): Found | undefined => {
  const broken = rules.find(({ error }) => error !== undefined)
  if (broken?.error !== undefined) return { code: 'access-faulty', fault: broken.error }
  const local = rules.filter(({ type }) => type === 'local')
  const tenants = `+${tenantsRole}`
  const own = local.findIndex((rule) => isRule(rule, 'sameuser', tenants, 'peer'))
  const closed = local.findIndex((rule) => isRule(rule, 'all', tenants, 'reject'))
  const open = local.findIndex(({ users, method }) => users.includes('all') && method !== 'reject')
  if (own === -1) return { code: 'no-peer', line: `local sameuser ${tenants} peer` }
  if (closed === -1) return { code: 'no-reject', line: `local all ${tenants} reject` }
  if (closed < own) return { code: 'reject-first' }
  if (open !== -1 && open < closed) return { code: 'open-first' }
  return undefined
}

const isRule = (rule: AuthenticationRule, database: string, user: string, method: string): boolean =>
  rule.databases.includes(database) && rule.users.includes(user) && rule.method === method
