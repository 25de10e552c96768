import { explain, PilotError, type Finding, type Problem } from '@pilot/contract'
import { checkAudit } from './audit.ts'
import { checkCaddy } from './caddy.ts'
import type { Check, CheckParts } from './check.ts'
import { checkKernel } from './kernel.ts'
import { checkPostgres } from './postgres.ts'
import { checkSystemd } from './systemd.ts'
import { checkTenants } from './tenants.ts'
import { checkTools } from './tools.ts'

/** Every prerequisite, one by one, in the order in which an admin would put them right. */
export const runChecks = async (agent: CheckParts): Promise<readonly Finding[]> => {
  const findings = await Promise.all(checks.map(([id, title, check]) => runCheck(agent, id, title, check)))
  return findings.flat()
}

const checks: readonly (readonly [id: string, title: string, check: Check])[] = [
  ['systemd', 'systemd', checkSystemd],
  ['tools', 'Programs', checkTools],
  ['postgresql', 'PostgreSQL', checkPostgres],
  ['caddy', 'Caddy', checkCaddy],
  ['kernel', 'Kernel', checkKernel],
  ['tenants', 'Tenants', checkTenants],
  ['audit', 'Audit', checkAudit],
]

// One service that is down is one fault; the other checks go on.
const runCheck = async (
  agent: CheckParts,
  id: string,
  title: string,
  check: Check,
): Promise<readonly Finding[]> => {
  try {
    return await check(agent)
  } catch (error) {
    const isDown = error instanceof PilotError && error.problem.code === 'service-down'
    if (!isDown) agent.log.error({ err: error, check: id }, 'a check failed')
    return [
      {
        id: `${id}.answers`,
        title: `${title} answers`,
        level: 'fault',
        detail: isDown ? explain(error.problem) : 'It could not be checked.',
        remedy: isDown ? remedyOf(id, error.problem) : 'Look at "journalctl -u pilot-agent".',
      },
    ]
  }
}

const remedyOf = (id: string, problem: Problem): string =>
  problem.code === 'service-down' && problem.reason === 'full'
    ? 'Close some connections, or raise max_connections in postgresql.conf and restart it'
    : (remedies[id] ?? '')

const remedies: Readonly<Record<string, string>> = {
  postgresql: 'Start it: systemctl start postgresql',
  caddy: 'Start it: systemctl start caddy',
  systemd: 'Start D-Bus: systemctl start dbus',
  tenants: 'Start D-Bus: systemctl start dbus',
}
