import {
  createSpeaker,
  speak,
  type ComparisonFault,
  type ComparisonMethod,
  type Facts,
  type FoundReason,
  type SeenReason,
} from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { facts } from '../messages/facts.ts'
import { plainForms } from './support/plain-forms.ts'

type Samples<Fact extends { readonly code: string }> = {
  readonly [Code in Fact['code']]: Extract<Fact, { code: Code }>
}

const told = { code: 'told', text: 'Its own words.' } as const

const stateReasons: Samples<SeenReason> = {
  'being-changed': { code: 'being-changed' },
  deleted: { code: 'deleted' },
  'made-of-parts': { code: 'made-of-parts', parts: ['account', 'route'] },
  suspended: { code: 'suspended' },
  unseen: { code: 'unseen', detail: 'shop does not linger' },
  'socket-closed': { code: 'socket-closed', socket: null },
  'failed-again': { code: 'failed-again', count: 3, result: 'exit-code', status: 7, lastLine: 'no disk' },
  'failed-briefly': { code: 'failed-briefly', lastLine: null },
  starting: { code: 'starting' },
  running: { code: 'running' },
  ending: { code: 'ending' },
  'kept-awake': { code: 'kept-awake', connections: 2 },
  'awake-until-idle': { code: 'awake-until-idle', idle: 300_000 },
  listening: { code: 'listening', ranUntil: '2026-01-31T12:00:00.000Z' },
  'listening-after-failure': { code: 'listening-after-failure', result: 'oom-kill' },
}

const comparisonFaults: Samples<ComparisonFault> = {
  'engine-failed': {
    code: 'engine-failed',
    engine: 'podman',
    command: 'run',
    exitCode: 125,
    words: 'Error: no space left',
  },
  'no-answer': { code: 'no-answer', from: 8080, milliseconds: 15_000 },
  'wrong-answer': { code: 'wrong-answer', from: '/run/a.sock', line: 'HTTP/1.1 500 no' },
  'program-ended': { code: 'program-ended', end: '1' },
  cancelled: { code: 'cancelled' },
  'not-started': { code: 'not-started', unit: 'pilot-compare.service' },
  'not-removed': { code: 'not-removed', unit: 'pilot-compare-clean.service', words: 'timeout' },
  interrupted: { code: 'interrupted', unit: 'pilot-compare.service' },
  internal: { code: 'internal', reference: 'a1b2c3d4' },
  told,
}

const memory = { available: 700 * 1024 ** 2, each: 70 * 1024 ** 2 }

const variantReasons: Samples<FoundReason> = {
  'engine-missing': { code: 'engine-missing', engine: 'podman' },
  'docker-is-podman': { code: 'docker-is-podman' },
  'docker-silent': { code: 'docker-silent' },
  'memory-short': { code: 'memory-short', ...memory },
  'memory-allows': { code: 'memory-allows', count: 5, asked: 10, ...memory },
  failed: { code: 'failed', fault: comparisonFaults['no-answer'] },
  told,
}

const comparisonMethods: Samples<ComparisonMethod> = {
  'same-program': { code: 'same-program' },
  'one-after-another': { code: 'one-after-another' },
  'whole-tenants': { code: 'whole-tenants' },
  'own-image': { code: 'own-image' },
  'plain-process': { code: 'plain-process' },
  pss: { code: 'pss' },
  counted: { code: 'counted' },
  'first-of-a-kind': { code: 'first-of-a-kind' },
  quiet: { code: 'quiet' },
  creating: { code: 'creating' },
  'first-byte': { code: 'first-byte', starts: 20 },
  'host-network': { code: 'host-network', engine: 'docker', fault: comparisonFaults['no-answer'] },
  'podman-without-keyring': { code: 'podman-without-keyring' },
  'podman-without-pids': { code: 'podman-without-pids' },
  'podman-copies-image': { code: 'podman-copies-image' },
  'podman-image-in-memory': { code: 'podman-image-in-memory' },
  told,
}

const german = createSpeaker(facts.de, plainForms)

const bothOf = <About extends keyof Facts>(about: About, samples: Samples<Facts[About]>) =>
  Object.values<Facts[About]>(samples).map(
    (fact) => [`${about} ${fact.code}`, speak[about](fact), german[about](fact)] as const,
  )

const said = [
  bothOf('stateReason', stateReasons),
  bothOf('comparisonFault', comparisonFaults),
  bothOf('variantReason', variantReasons),
  bothOf('comparisonMethod', comparisonMethods),
].flat()

describe.each(said)('%s', (name, inEnglish, inGerman) => {
  it('is said in both languages, and differently', () => {
    for (const text of [inEnglish, inGerman]) {
      expect(text).toMatch(/\S/)
      expect(text).not.toMatch(/undefined|null|\[object|NaN/)
    }
    if (name.endsWith(' told')) expect([inEnglish, inGerman]).toEqual([told.text, told.text])
    else expect(inGerman).not.toBe(inEnglish)
  })
})

it('words of programs are repeated, and those of the log stay in English', () => {
  expect(german.stateReason(stateReasons['failed-again'])).toContain('no disk')
  expect(german.comparisonFault(comparisonFaults['engine-failed'])).toContain('no space left')
  expect(german.stateReason(stateReasons.unseen)).not.toContain('linger')
})
