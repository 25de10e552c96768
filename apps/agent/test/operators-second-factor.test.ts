import type { Caller } from '@pilot/api/service'
import { TOTP, URI } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { startTrial, thrownBy, type Trial } from './support/agent.ts'
import {
  auditOf,
  createClock,
  joinAs,
  lastLines,
  minutes,
  password,
  seconds,
  signIn,
} from './support/operators.ts'

/** What an authenticator app made of the picture shows `later` milliseconds from now. */
type Shown = (later?: number) => string

const failed = { code: 'sign-in-failed' }

describe('a second factor', () => {
  test('counts once a code of it was confirmed', async () => {
    const { trial, service, caller, clock } = await start()
    const { uri, secret } = await service.startSecondFactor({}, caller)
    expect(URI.parse(uri)).toMatchObject({ issuer: 'Pilot', algorithm: 'SHA1', digits: 6, period: 30 })
    expect(uri).toContain('ada%40')
    expect(await thrownBy(service.confirmSecondFactor({ code: '000000' }, caller))).toMatchObject({
      code: 'invalid-input',
      field: 'code',
    })
    expect(await service.me({}, caller)).toMatchObject({ secondFactor: false, recoveryCodesLeft: 0 })
    await signIn(trial, 'ada')
    const code = new TOTP({ secret }).generate({ timestamp: clock.now().getTime() })
    expect((await service.confirmSecondFactor({ code }, caller)).recoveryCodes).toHaveLength(10)
    expect(await service.me({}, caller)).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 })
    expect(await service.operators({})).toMatchObject([{ secondFactor: true }])
  })

  test('is asked for after the right password only', async () => {
    const { trial, shown } = await withSecondFactor()
    expect(await thrownBy(signIn(trial, 'ada'))).toEqual({ code: 'second-factor-required' })
    expect(await thrownBy(signIn(trial, 'ada', { password: 'wrong' }))).toEqual(failed)
    expect(await thrownBy(signIn(trial, 'ada', { password: 'wrong', code: shown(30 * seconds) }))).toEqual(
      failed,
    )
    expect(await thrownBy(signIn(trial, 'ada', { code: '000000' }))).toEqual(failed)
    expect(lastLines(trial, 4)).toEqual([
      ...Array<string>(3).fill('ada signIn sign-in-failed'),
      'ada signIn second-factor-required',
    ])
  })

  test('takes each code once, and none from before', async () => {
    const { trial, shown, clock } = await withSecondFactor()
    clock.pass(2 * minutes)
    const [before, now, after] = [shown(-30 * seconds), shown(), shown(30 * seconds)]
    expect((await signIn(trial, 'ada', { code: `${now.slice(0, 3)} ${now.slice(3)}` })).operator).toBe('ada')
    expect(await thrownBy(signIn(trial, 'ada', { code: now }))).toEqual(failed)
    expect(await thrownBy(signIn(trial, 'ada', { code: before }))).toEqual(failed)
    expect((await signIn(trial, 'ada', { code: after })).operator).toBe('ada')
  })

  test.each([
    [-2, 'refused'],
    [-1, 'taken'],
    [0, 'taken'],
    [1, 'taken'],
    [2, 'refused'],
  ])('takes a code of %d steps later: %s', async (steps, outcome) => {
    const { trial, shown, clock } = await withSecondFactor()
    clock.pass(5 * minutes)
    const tried = signIn(trial, 'ada', { code: shown(steps * 30 * seconds) })
    expect(
      await tried.then(
        () => 'taken',
        () => 'refused',
      ),
    ).toBe(outcome)
  })

  test('is not confirmed and used with the same code', async () => {
    const { trial, shown } = await withSecondFactor()
    expect(await thrownBy(signIn(trial, 'ada', { code: shown() }))).toEqual(failed)
  })

  test('takes each recovery code once, however it is written', async () => {
    const { trial, service, caller, recoveryCodes } = await withSecondFactor()
    const [first = '', second = ''] = recoveryCodes
    expect(first).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/)
    expect((await signIn(trial, 'ada', { code: first })).operator).toBe('ada')
    expect(await thrownBy(signIn(trial, 'ada', { code: first }))).toEqual(failed)
    await signIn(trial, 'ada', { code: ` ${second.toUpperCase().replaceAll('-', '')} ` })
    expect(await service.me({}, caller)).toMatchObject({ recoveryCodesLeft: 8 })
    expect(JSON.stringify([auditOf(trial), trial.store.operators.list()])).not.toMatch(
      new RegExp(recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]).join('|')),
    )
  })

  test('cannot be guessed by who knows the password', async () => {
    const { trial } = await withSecondFactor()
    const codes: string[] = []
    // Asking for the code in between must not make good what failed.
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      codes.push((await thrownBy(signIn(trial, 'ada', { code: '000000' }))).code)
      await thrownBy(signIn(trial, 'ada'))
    }
    expect(codes).toEqual([...Array<string>(5).fill('sign-in-failed'), 'locked-out', 'locked-out'])
  })

  test('cannot be guessed from many addresses either, and who does not know the password locks nobody out', async () => {
    const { trial, shown, clock } = await withSecondFactor()
    const from = (attempt: number) => `198.51.100.${attempt}`
    for (let attempt = 1; attempt <= 20; attempt += 1)
      await thrownBy(signIn(trial, 'ada', { password: 'wrong', code: '000000' }, from(attempt)))
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect((await thrownBy(signIn(trial, 'ada', { code: '000000' }, from(100 + attempt)))).code).toBe(
        'sign-in-failed',
      )
    expect((await thrownBy(signIn(trial, 'ada', { code: shown() }, from(200)))).code).toBe('locked-out')
    clock.pass(2 * minutes)
    expect((await signIn(trial, 'ada', { code: shown() }, from(201))).operator).toBe('ada')
  })

  test('that is asked for does not count as a failure', async () => {
    const { trial, shown, clock } = await withSecondFactor()
    clock.pass(minutes)
    for (let attempt = 1; attempt <= 6; attempt += 1)
      expect((await thrownBy(signIn(trial, 'ada'))).code).toBe('second-factor-required')
    expect((await signIn(trial, 'ada', { code: shown() })).operator).toBe('ada')
  })

  test('is not replaced by who found a browser open, and goes by the password', async () => {
    const { trial, service, caller } = await withSecondFactor()
    expect(await thrownBy(service.startSecondFactor({}, caller))).toMatchObject({ code: 'not-permitted' })
    expect(await thrownBy(service.removeSecondFactor({ password: 'wrong' }, caller))).toEqual(failed)
    await service.removeSecondFactor({ password }, caller)
    expect((await signIn(trial, 'ada')).operator).toBe('ada')
    expect(lastLines(trial, 4)).toEqual([
      'ada signIn done',
      'ada removeSecondFactor done',
      'ada removeSecondFactor sign-in-failed',
      'ada startSecondFactor not-permitted',
    ])
  })
})

const start = async () => {
  const clock = createClock()
  const trial: Trial = startTrial(clock)
  const caller: Caller = await joinAs(trial, 'ada', 'admin')
  return { trial, service: trial.service, caller, clock }
}

const withSecondFactor = async () => {
  const started = await start()
  const { service, caller, clock } = started
  const { secret } = await service.startSecondFactor({}, caller)
  const shown: Shown = (later = 0) =>
    new TOTP({ secret }).generate({ timestamp: clock.now().getTime() + later })
  const { recoveryCodes } = await service.confirmSecondFactor({ code: shown() }, caller)
  return { ...started, shown, recoveryCodes }
}
