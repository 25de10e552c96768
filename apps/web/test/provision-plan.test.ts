import { allParts, type PlannedStep } from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { applyEvents, idleRun } from '../src/client/operation-run.ts'
import { languageOf } from '../src/shared/plan/artefact-language.ts'
import { placeProblem } from '../src/features/provision/place-problem.ts'
import { planRows, runRows } from '../src/features/provision/plan-view.ts'

const steps = allParts
const plan: PlannedStep[] = steps.map((step) => ({
  tenant: 'shop',
  step,
  action: 'create',
  details: [],
  artefacts: [],
}))
const postgresDown = { code: 'service-down', service: 'postgresql', detail: '' } as const

describe('the plan', () => {
  it('has its six lines before anything was planned, so that nothing jumps', () =>
    expect(planRows([], null).map(({ step, state }) => [step, state])).toEqual(
      steps.map((step) => [step, 'unknown']),
    ))

  it('shows a problem at the step that it would stop', () => {
    const rows = planRows(plan, { code: 'domain-taken', domain: 'a.example', tenant: 'blog' })
    expect(rows.filter(({ problem }) => problem !== null).map(({ step }) => step)).toEqual(['route'])
  })

  it("blames name, domain or nothing of the form's fields", () => {
    expect(placeProblem({ code: 'foreign-resource', kind: 'account', name: 'shop' })).toEqual({
      step: 'account',
      field: 'name',
    })
    expect(placeProblem(postgresDown)).toEqual({ step: 'database' })
    expect(placeProblem({ code: 'overloaded' })).toEqual({})
  })
})

describe('the run', () => {
  const run = applyEvents(idleRun, [
    { event: 'step-started', tenant: 'shop', step: 'account' },
    { event: 'step-finished', tenant: 'shop', step: 'account', changed: true, milliseconds: 31 },
    { event: 'step-started', tenant: 'shop', step: 'directories' },
    { event: 'step-finished', tenant: 'shop', step: 'directories', changed: false, milliseconds: 2 },
    { event: 'step-failed', tenant: 'shop', step: 'database', problem: postgresDown },
  ])

  it('ticks off each step with its time, and the rest waits', () =>
    expect(
      runRows(plan, run.tenants.get('shop')).map(({ step, state, milliseconds }) => [
        step,
        state,
        milliseconds,
      ]),
    ).toEqual([
      ['account', 'done', 31],
      ['directories', 'unchanged', 2],
      ['database', 'failed', null],
      ...steps.slice(3).map((step) => [step, 'waiting', null]),
    ]))

  it('keeps the reason at the step that failed', () =>
    expect(runRows(plan, run.tenants.get('shop'))[2]?.problem).toEqual(postgresDown))
})

describe('the text of an artefact', () => {
  it.each([
    ['/etc/systemd/system/pilot@shop.service.d/50-pilot.conf', '# Pilot\n[Service]\nUser=shop\n', 'unit'],
    ['SQL', 'CREATE ROLE "shop"', 'sql'],
    ['/config/apps/http', '{ "@id": "pilot" }', 'json'],
    ['/etc/sysusers.d/pilot-shop.conf', 'u shop 1878917122\n', 'text'],
  ])('%s is shown in its language', (title, text, language) => expect(languageOf(title, text)).toBe(language))
})
