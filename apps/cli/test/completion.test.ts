import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runPilot } from './run-pilot.ts'

// The completion library prints by console.log.
const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
beforeEach(() => print.mockClear())
afterEach(() => expect(print).toHaveBeenCalled())

const printed = (): string => print.mock.calls.map(([line]) => String(line)).join('\n')

test.each(['bash', 'zsh', 'fish'])(
  'completion %s prints a script that asks "pilot complete"',
  async (shell) => {
    expect((await runPilot(['completion', shell])).code).toBe(0)
    expect(printed()).toContain('pilot complete --')
  },
)

test('commands, options and their choices are completed', async () => {
  await runPilot(['complete', '--', 'create-te'])
  expect(printed()).toMatch(/^create-tenant\t/)
  await runPilot(['complete', '--', 'create-tenant', '--memory'])
  expect(printed()).toContain('--memory-max\t')
  await runPilot(['complete', '--', 'create-tenant', '--scope', ''])
  expect(printed()).toContain('user\t')
})

test.each([[['show', 'de']], [['show', '--name', 'de']], [['show', '--name=de']]])(
  'the names of tenants are completed after %j',
  async (words) => {
    await runPilot(['complete', '--', ...words])
    expect(printed()).toContain('demo\t')
  },
)

test('the names of operators are completed after pilot operator', async () => {
  await runPilot(['complete', '--', 'operator', 'reset', 'a'])
  expect(printed()).toContain('ada\t')
})

test('without root there are no names and no error', async () => {
  const { code, err } = await runPilot(['complete', '--', 'show', 'de'], { root: false })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(printed()).not.toContain('demo')
})
