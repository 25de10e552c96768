import type { Finding } from '@pilot/contract'
import { expect, test } from 'vitest'
import { countLevels, groupFindings } from '../src/features/host/group-findings.ts'

const finding = (id: string, level: Finding['level'] = 'ok'): Finding => ({
  id: id as Finding['id'],
  level,
  found: { code: 'route' },
  remedy: null,
})

test('groups with faults come first, then those with notes, then the rest as they are checked', () => {
  const groups = groupFindings([
    finding('systemd.version'),
    finding('postgresql.version'),
    finding('kernel.cgroup', 'note'),
    finding('caddy.route', 'fault'),
  ])
  expect(groups.map(({ group }) => group)).toEqual(['caddy', 'kernel', 'systemd', 'postgresql'])
})

test('in a group faults come first', () => {
  const [group] = groupFindings([
    finding('caddy.admin'),
    finding('caddy.domains', 'note'),
    finding('caddy.route', 'fault'),
  ])
  expect(group).toMatchObject({ level: 'fault' })
  expect(group?.findings.map(({ id }) => id)).toEqual(['caddy.route', 'caddy.domains', 'caddy.admin'])
})

test('files of the package stand with the programs, and what is unknown stands last', () => {
  const groups = groupFindings([finding('moon.phase'), finding('runtime.node'), finding('tools.useradd')])
  expect(groups.map(({ group, findings }) => [group, findings.length])).toEqual([
    ['tools', 2],
    ['other', 1],
  ])
})

test('no finding is lost', () => {
  const ids = ['a', 'runtime.node', 'audit.chain', 'tenants.failing', 'systemd.answers']
  expect(
    groupFindings(ids.map((id) => finding(id)))
      .flatMap(({ findings }) => findings.map(({ id }) => id))
      .toSorted(),
  ).toEqual(ids.toSorted())
})

test('levels are counted', () => {
  expect(countLevels([finding('a'), finding('b', 'fault'), finding('c', 'fault')])).toEqual({
    fault: 2,
    note: 0,
    ok: 1,
  })
})
