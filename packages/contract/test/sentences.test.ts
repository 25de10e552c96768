import { expect, test } from 'vitest'
import { speak, type InputFault } from '../src/index.ts'

const subject = { kind: 'path', name: '/srv' } as const

test.each([
  [
    speak.stepDetail({ code: 'differs', subject, drift: { code: 'still-processes', count: 1 } }),
    'has 1 process,',
  ],
  [
    speak.stepDetail({ code: 'differs', subject, drift: { code: 'socket-kind', path: '/x', kind: 'other' } }),
    '/x is something else than a socket',
  ],
  [
    speak.stateReason({ code: 'failed-again', count: 1, result: 'signal', status: 9, lastLine: null }),
    'failed once (signal 9)',
  ],
  [speak.difference({ code: 'domains', domain: null, value: [] }), 'no domain'],
  [speak.findingTitle({ code: 'tenants.answers' }), 'Tenants answer'],
  [speak.inputFault({ code: 'too-large', most: 1_000_000 }), 'larger than 1 MB'],
  [speak.inputFault({ code: 'too-large', most: 1_500_000 }), 'larger than 1.5 MB'],
])('%s', (sentence, part) => expect(sentence).toContain(part))

const text = 'x'.repeat(100_000)

test.each<InputFault>([
  { code: 'not-time-span', text },
  { code: 'not-variable', text },
  { code: 'not-size', text, least: 0, most: 1 },
  { code: 'domain-strange', domain: text },
])('of what was typed a sentence repeats little: $code', (fault) => {
  expect(speak.inputFault(fault).length).toBeLessThan(300)
  expect(speak.listFault({ code: 'cell', column: text, fault }).length).toBeLessThan(500)
})
