import type { Finding } from '@pilot/contract'

export const findingGroups = [
  'systemd',
  'postgresql',
  'caddy',
  'kernel',
  'tools',
  'tenants',
  'audit',
] as const
export type FindingGroup = (typeof findingGroups)[number] | 'other'

export interface GroupedFindings {
  readonly group: FindingGroup
  /** Faults first, then notes, then what is as it should be. */
  readonly findings: readonly Finding[]
  /** The gravest level in it. */
  readonly level: Finding['level']
}

/** The findings by what they are about: groups with faults first, then those with notes, else as they are checked. */
export const groupFindings = (findings: readonly Finding[]): readonly GroupedFindings[] => {
  const groups = Map.groupBy(findings, groupOf)
  return [...findingGroups, 'other' as const]
    .flatMap((group) => {
      const sorted = groups.get(group)?.toSorted(byLevel) ?? []
      const [first] = sorted
      return first === undefined ? [] : [{ group, findings: sorted, level: first.level }]
    })
    .toSorted(byLevel)
}

/** How many of each level there are. */
export const countLevels = (findings: readonly Finding[]): Readonly<Record<Finding['level'], number>> => {
  const count = (wanted: Finding['level']) => findings.filter(({ level }) => level === wanted).length
  return { fault: count('fault'), note: count('note'), ok: count('ok') }
}

const groupOf = ({ id }: Finding): FindingGroup => {
  const [prefix = ''] = id.split('.')
  return groupsOfPrefix[prefix] ?? findingGroups.find((group) => group === prefix) ?? 'other'
}

// Files of the package are looked for together with the programs.
const groupsOfPrefix: Readonly<Record<string, FindingGroup>> = { runtime: 'tools', sample: 'tools' }

const byLevel = (one: { level: Finding['level'] }, other: { level: Finding['level'] }): number =>
  gravity.indexOf(one.level) - gravity.indexOf(other.level)

const gravity: readonly Finding['level'][] = ['fault', 'note', 'ok']
