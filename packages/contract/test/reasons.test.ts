import { describe, expect, it, test } from 'vitest'
import {
  comparisonCsv,
  comparisonDocument,
  explainState,
  explainVariant,
  speak,
  type Comparison,
  type ComparisonFault,
  type StateReason,
  type VariantReason,
} from '../src/index.ts'

const down = { code: 'service-down', service: 'dbus', detail: 'refused' } as const

describe('the reason of a state', () => {
  it.each<[StateReason, string]>([
    [{ code: 'made-of-parts', parts: ['account', 'units'] }, 'It was made of account, units only.'],
    [
      { code: 'unseen', detail: 'shop does not linger' },
      'Its systemd manager cannot be asked (shop does not linger); "pilot suspend" and "pilot resume" restart it.',
    ],
    [{ code: 'socket-closed', socket: null }, 'Its socket is not open (not loaded).'],
    [
      { code: 'failed-again', count: 3, result: 'exit-code', status: 7, lastLine: 'no disk' },
      'Its program failed 3 times in a row (exit-code 7). Its last line: no disk',
    ],
    [
      { code: 'failed-again', count: 4, result: 'oom-kill', status: null, lastLine: null },
      'Its program failed 4 times in a row (oom-kill).',
    ],
    [{ code: 'awake-until-idle', idle: 300_000 }, 'It goes to sleep when idle for 5min.'],
    [
      { code: 'listening', ranUntil: '2026-01-31T12:00:59.000Z' },
      'Its socket listens; the next request wakes it. It ran last until 2026-01-31 12:00 UTC.',
    ],
    [{ code: 'problem', problem: down }, 'D-Bus does not answer; start it with "systemctl start dbus".'],
  ])('%j is a sentence', (reason, text) => expect(explainState(reason)).toBe(text))

  it('writes its times as the reader does', () => {
    const reason = { code: 'listening', ranUntil: '2026-01-31T12:00:59.000Z' } as const
    expect(explainState(reason, { minute: () => 'noon' })).toMatch(/It ran last until noon\.$/)
  })
})

const engineFailed: ComparisonFault = {
  code: 'engine-failed',
  engine: 'podman',
  command: 'run',
  exitCode: 125,
  words: 'Error: no space left',
}

describe('the reason of a variant', () => {
  it.each<[VariantReason, string]>([
    [{ code: 'engine-missing', engine: 'docker' }, 'docker is not installed.'],
    [
      { code: 'memory-short', available: 9 * 1024 ** 2, each: 70 * 1024 ** 2 },
      'There is not enough memory: of the 9.0 MiB available half may be used, and each may need 70 MiB.',
    ],
    [{ code: 'failed', fault: engineFailed }, 'podman run ended with 125: Error: no space left.'],
    [
      { code: 'failed', fault: { ...engineFailed, exitCode: null } },
      'podman run ended with a signal: Error: no space left.',
    ],
    [
      { code: 'failed', fault: { code: 'no-answer', from: 20_001, milliseconds: 15_000 } },
      'port 20001 has not answered within 15000 ms.',
    ],
    [{ code: 'told', text: 'As an older version said it.' }, 'As an older version said it.'],
    [{ code: 'problem', problem: down }, 'D-Bus does not answer; start it with "systemctl start dbus".'],
  ])('%j is a sentence', (reason, text) => expect(explainVariant(reason)).toBe(text))
})

test('the method names what was special on this machine, with the reason', () => {
  expect(speak.comparisonMethod({ code: 'host-network', engine: 'podman', fault: engineFailed })).toBe(
    'podman: on the network of the host, because a published port did not work here (podman run ended with 125: Error: no space left); with one it needs more.',
  )
})

describe('a comparison for programs', () => {
  const comparison: Comparison = {
    id: 'c1',
    startedAt: '2026-01-31T12:00:00.000Z',
    finishedAt: null,
    state: 'failed',
    problem: { code: 'comparison-failed', detail: { code: 'cancelled' } },
    count: 2,
    starts: 20,
    variants: ['docker'],
    actor: 'root',
    machine: null,
    method: [{ code: 'podman-without-pids' }],
    results: [
      {
        variant: 'docker',
        state: 'skipped',
        reason: { code: 'engine-missing', engine: 'docker' },
        count: 0,
        memory: null,
        create: null,
        firstByte: null,
        warmByte: null,
      },
    ],
  }

  it('has its facts, and what they say in English where that always stood', () => {
    expect(comparisonDocument(comparison)).toMatchObject({
      id: 'c1',
      problem: comparison.problem,
      message: expect.stringContaining('somebody has cancelled it') as string,
      method: [expect.stringMatching(/^podman: without a limit of processes/) as string],
      methodFacts: comparison.method,
      results: [
        {
          variant: 'docker',
          reason: 'docker is not installed.',
          reasonFact: { code: 'engine-missing', engine: 'docker' },
        },
      ],
    })
  })

  it('as CSV has the reason of a variant without figures in English', () => {
    expect(comparisonCsv(comparison)).toContain('c1,docker,skipped,0,reason,,,,docker is not installed.')
  })
})
