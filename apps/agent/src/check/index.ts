import { PilotError, type Finding, type Problem, type Remedy } from '@pilot/contract'
import { checkAudit } from './audit.ts'
import { checkCaddy } from './caddy.ts'
import { fault, type Check, type CheckParts } from './check.ts'
import { checkKernel } from './kernel.ts'
import { checkPostgres } from './postgres.ts'
import { checkSystemd } from './systemd.ts'
import { checkTenants } from './tenants.ts'
import { checkTools } from './tools.ts'

/** Every prerequisite, one by one, in the order in which an admin would put them right. */
export const runChecks = async (agent: CheckParts): Promise<readonly Finding[]> => {
  const findings = await Promise.all(checks.map(([area, check]) => runCheck(agent, area, check)))
  return findings.flat()
}

type Area = 'systemd' | 'tools' | 'postgresql' | 'caddy' | 'kernel' | 'tenants' | 'audit'

const checks: readonly (readonly [area: Area, check: Check])[] = [
  ['systemd', checkSystemd],
  ['tools', checkTools],
  ['postgresql', checkPostgres],
  ['caddy', checkCaddy],
  ['kernel', checkKernel],
  ['tenants', checkTenants],
  ['audit', checkAudit],
]

// One service that is down is one fault; the other checks go on.
const runCheck = async (agent: CheckParts, area: Area, check: Check): Promise<readonly Finding[]> => {
  try {
    return await check(agent)
  } catch (error) {
    if (error instanceof PilotError && error.problem.code === 'service-down')
      return [findDown(area, error.problem)]
    agent.log.error({ err: error, check: area }, 'a check failed')
    const remedy = { code: 'read-journal', command: 'journalctl -u pilot-agent' } as const
    return [fault(`${area}.answers`, { code: 'unchecked' }, remedy)]
  }
}

const findDown = (area: Area, { service, reason }: ServiceDown): Finding =>
  service === 'postgresql' && reason === 'full'
    ? fault(`${area}.answers`, { code: 'postgresql-full' }, { code: 'free-connections', command: null })
    : fault(`${area}.answers`, { code: 'down', service }, remedies[area] ?? null)

type ServiceDown = Extract<Problem, { code: 'service-down' }>

const startBus: Remedy = { code: 'start-bus', command: 'systemctl start dbus' }

const remedies: Readonly<Partial<Record<Area, Remedy>>> = {
  postgresql: { code: 'start', command: 'systemctl start postgresql' },
  caddy: { code: 'start', command: 'systemctl start caddy' },
  systemd: startBus,
  tenants: startBus,
}
