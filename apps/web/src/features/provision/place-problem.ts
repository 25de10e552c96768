import type { Problem, StepName } from '@pilot/contract'

/** Where in the form and in the plan a problem belongs; empty where only the whole can be blamed. */
export interface Place {
  readonly step?: StepName
  readonly field?: 'name' | 'domains' | 'command' | 'environment' | 'idle'
}

export const placeProblem = (problem: Problem): Place => {
  switch (problem.code) {
    case 'tenant-exists':
      return { field: 'name' }
    case 'domain-taken':
      return { step: 'route', field: 'domains' }
    case 'foreign-resource':
      return { step: stepOfKind[problem.kind], ...(byName.has(problem.kind) ? { field: 'name' } : {}) }
    case 'service-down':
      return problem.service === 'pilot-agent' ? {} : { step: stepOfService[problem.service] }
    case 'step-failed':
      return { step: problem.step }
    case 'invalid-input': {
      const field = fields.find((name) => problem.field.startsWith(name))
      return field === undefined ? {} : { field }
    }
    default:
      return {}
  }
}

const fields = ['name', 'domains', 'command', 'environment', 'idle'] as const

type Kind = Extract<Problem, { code: 'foreign-resource' }>['kind']
const byName: ReadonlySet<Kind> = new Set(['account', 'group', 'role', 'database'])
const stepOfKind: Record<Kind, StepName> = {
  account: 'account',
  group: 'account',
  directory: 'directories',
  role: 'database',
  database: 'database',
  file: 'units',
  unit: 'units',
  route: 'route',
}

type Service = Exclude<Extract<Problem, { code: 'service-down' }>['service'], 'pilot-agent'>
const stepOfService: Record<Service, StepName> = {
  postgresql: 'database',
  caddy: 'route',
  dbus: 'units',
  systemd: 'units',
  'user-manager': 'units',
}
