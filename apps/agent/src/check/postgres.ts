import type { AuthenticationRule, RoleFound } from '@pilot/host/ports'
import { tenantsRole } from '@pilot/render'
import { toFinding, type Check } from './check.ts'

/** The server, Pilot's role, and the rules by which tenants come in as themselves and nowhere else. */
export const checkPostgres: Check = async ({ host }) => {
  const version = await host.postgres.version()
  const [role, rules] = await Promise.all([
    host.postgres.findRole('pilot'),
    host.postgres.authenticationRules(),
  ])
  const roleFault = findRoleFault(role)
  const ruleFault = findRuleFault(rules)
  const major = parseInt(version, 10)
  return [
    toFinding({
      id: 'postgresql.version',
      title: 'PostgreSQL 15 or newer',
      met: major >= 15,
      found: `PostgreSQL ${version} runs.`,
      otherwise: `PostgreSQL ${version} is too old.`,
      remedy: 'Upgrade it with pg_upgradecluster.',
    }),
    toFinding({
      id: 'postgresql.createrole',
      title: 'CREATEROLE is a boundary',
      met: major >= 16,
      found: `In PostgreSQL ${major} the role pilot cannot make itself more.`,
      otherwise: `In PostgreSQL ${major} whoever takes over the role pilot can make itself superuser.`,
      remedy: 'Prefer PostgreSQL 16 or newer.',
      weight: 'note',
    }),
    toFinding({
      id: 'postgresql.role',
      title: 'The role pilot',
      met: roleFault === undefined,
      found: 'It may create roles and databases and is no superuser.',
      otherwise: roleFault ?? '',
      remedy: setUp,
    }),
    toFinding({
      id: 'postgresql.peer',
      title: 'Local peer authentication for tenants',
      met: ruleFault === undefined,
      found: 'Each tenant enters its own database as itself, and no other.',
      otherwise: ruleFault ?? '',
      remedy: setUp,
    }),
  ]
}

const setUp = 'Set it up again: /usr/lib/pilot/setup-postgres'

const findRoleFault = (role: RoleFound | undefined): string | undefined => {
  if (role === undefined) return 'There is no role pilot.'
  if (role.superuser) return 'The role pilot is a superuser; it must not be.'
  if (!role.login || !role.createRole || !role.createDatabase)
    return 'The role pilot lacks LOGIN, CREATEROLE or CREATEDB.'
  return undefined
}

// The first rule that matches decides (PostgreSQL manual, "The pg_hba.conf File"), so the order counts.
const findRuleFault = (rules: readonly AuthenticationRule[]): string | undefined => {
  const broken = rules.find(({ error }) => error !== undefined)
  if (broken?.error !== undefined) return `pg_hba.conf has a fault: ${broken.error}.`
  const local = rules.filter(({ type }) => type === 'local')
  const tenants = `+${tenantsRole}`
  const own = local.findIndex((rule) => isRule(rule, 'sameuser', tenants, 'peer'))
  const closed = local.findIndex((rule) => isRule(rule, 'all', tenants, 'reject'))
  const open = local.findIndex(({ users, method }) => users.includes('all') && method !== 'reject')
  if (own === -1) return `pg_hba.conf has no line "local sameuser ${tenants} peer".`
  if (closed === -1)
    return `pg_hba.conf has no line "local all ${tenants} reject", so tenants enter foreign databases.`
  if (closed < own) return 'In pg_hba.conf tenants are rejected before they are let in.'
  if (open !== -1 && open < closed)
    return 'In pg_hba.conf a line for all users stands before those for tenants.'
  return undefined
}

const isRule = (rule: AuthenticationRule, database: string, user: string, method: string): boolean =>
  rule.databases.includes(database) && rule.users.includes(user) && rule.method === method
