import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { architectures, type Architecture } from '../../src/cell/filter/architecture.ts'
import { renderCallFilter } from '../../src/cell/filter/call-filter.ts'
import { tenantPolicy } from '../../src/cell/filter/policy.ts'
import { answerName } from './answer-name.ts'
import { list } from './listing.ts'
import { decode, run, runAll, type Call } from './program.ts'
import { systemdFilters } from './systemd-filters.ts'
import { tries } from './tries.ts'

// UPDATE_GOLDEN=1 writes the listings anew.
const golden = join(import.meta.dirname, 'golden')
const update = process.env['UPDATE_GOLDEN'] !== undefined

/** What systemd has put into its groups since 252; 257 allows it. uretprobe is in both, and unknown to libseccomp 2.5. */
const newerThan252 = [
  'landlock_add_rule',
  'landlock_create_ruleset',
  'landlock_restrict_self',
  'seccomp',
  'listmount',
  'statmount',
  'lsm_get_self_attr',
  'lsm_list_modules',
  'mseal',
  'getxattrat',
  'listxattrat',
  'removexattrat',
  'setxattrat',
]

const wantedDifferences: Readonly<Record<string, readonly string[]>> = {
  'amd64 13': [],
  'arm64 13': [],
  // 252 forbids what nobody knows, where 257 says that there is no such call.
  'amd64 12': [...[...newerThan252, 'uretprobe'].map(nowAllowed), 'no name: EPERM, now ENOSYS'],
  'arm64 12': [...newerThan252.map(nowAllowed), 'no name: EPERM, now ENOSYS'],
}

function nowAllowed(name: string): string {
  return `${name}: EPERM, now allow`
}

describe.each(['amd64', 'arm64'] as const)('%s', (architecture) => {
  const bytes = renderCallFilter(architecture)

  test.each(['13', '12'] as const)('answers as the filters of systemd on Debian %s do', (debian) => {
    const { tried, differences } = compare(architecture, systemdFilters(debian, architecture), bytes)
    expect(tried).toBeGreaterThan(250_000)
    expect(differences).toEqual(wantedDifferences[`${architecture} ${debian}`]?.toSorted())
  })

  test('is what was reviewed', () => {
    const file = join(golden, `${architecture}.txt`)
    const listing = list(architecture, tenantPolicy, bytes)
    if (update) writeFileSync(file, listing)
    expect(listing).toBe(readFileSync(file, 'utf8'))
  })
})

const compare = (
  architecture: Architecture,
  systemd: ReturnType<typeof systemdFilters>,
  bytes: Uint8Array,
): { tried: number; differences: readonly string[] } => {
  const ours = decode(bytes)
  const names = new Map([...architectures[architecture].numbers].map(([name, number]) => [number, name]))
  const differences = new Set<string>()
  let tried = 0
  for (const call of tries(architecture)) {
    tried += 1
    const [theirs, answer] = [runAll(systemd, call), run(ours, call)]
    if (theirs !== answer)
      differences.add(
        `${names.get(call[0] ?? 0) ?? 'no name'}: ${answerName(theirs)}, now ${answerName(answer)}`,
      )
  }
  return { tried, differences: [...differences].toSorted() }
}

test('a policy is data: another family of sockets is one number more', () => {
  const rules = {
    ...tenantPolicy.rules,
    socket: { refuse: 'EAFNOSUPPORT', unless: { argument: 0, oneOf: [1, 40] } },
  } as const
  const program = decode(renderCallFilter('amd64', { ...tenantPolicy, rules }))
  const socket = (family: number): Call =>
    Uint32Array.of(41, 0xc000_003e, 0, 0, family, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  expect([1, 2, 40].map((family) => answerName(run(program, socket(family))))).toEqual([
    'allow',
    'EAFNOSUPPORT',
    'allow',
  ])
})

test('jumps further than a condition can reach are made in two', () => {
  const calls = [...architectures.amd64.numbers.keys()].filter((_, index) => index % 2 === 0)
  const rules = Object.fromEntries(calls.map((name, index) => [name, ruleOf(index)]))
  const program = decode(renderCallFilter('amd64', { calls, rules }))
  expect(program.length).toBeGreaterThan(800)
  for (const [index, name] of calls.entries()) {
    const call = new Uint32Array(16)
    call.set([architectures.amd64.numbers.get(name) ?? 0, 0xc000_003e])
    expect(answerName(run(program, call)), name).toBe('EPERM')
    call[4] = index + 1
    expect(answerName(run(program, call)), name).toBe('allow')
  }
})

const ruleOf = (index: number) => ({ refuse: 'EPERM', unless: { argument: 0, oneOf: [index + 1] } }) as const

test('a name that has no number is refused', () => {
  const calls = ['read', 'raed']
  expect(() => renderCallFilter('arm64', { calls, rules: {} })).toThrow('The system call raed has no number')
})
