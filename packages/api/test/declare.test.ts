import { Nothing, TenantRef } from '@pilot/contract'
import { expect, expectTypeOf, test } from 'vitest'
import type { Called } from '../src/client/called.ts'
import { admin, anyone, bytes, events, list, operator, root, signed, value, viewer } from '../src/declare.ts'
import type { Content, Delivery, Implementation, MethodTable } from '../src/method.ts'
import { comparingMethods, comparisonMethods } from '../src/methods/comparisons.ts'
import { hostMethods } from '../src/methods/host.ts'
import { pilotMethods } from '../src/methods/index.ts'
import { operatorMethods } from '../src/methods/operators.ts'
import { sampleMethods } from '../src/methods/samples.ts'
import { tenantMethods } from '../src/methods/tenants.ts'
import type { Caller } from '../src/service.ts'

test('no name is declared in two areas', () => {
  const areas: readonly MethodTable[] = [
    tenantMethods,
    hostMethods,
    sampleMethods,
    comparisonMethods,
    comparingMethods,
    operatorMethods,
  ]
  const names = areas.flatMap((area) => Object.keys(area))
  expect(names.toSorted()).toEqual(Object.keys(pilotMethods).toSorted())
})

test('a method is open to whom its declaration names, and to nobody else', () => {
  const declared = [root, admin, operator, viewer, anyone].map((who) => who.read(Nothing, value(Nothing)))
  expect(
    [...declared, signed(Nothing, value(Nothing))].map(({ role, sockets }) => [role, ...sockets]),
  ).toEqual([
    ['admin', 'root'],
    ['admin', 'root', 'bridge'],
    ['operator', 'root', 'bridge'],
    ['viewer', 'root', 'bridge'],
    ['anyone', 'bridge'],
    ['signature', 'bridge'],
  ])
})

const methods = {
  show: viewer.read(TenantRef, value<{ state: string }>()),
  all: viewer.read(Nothing, list(TenantRef)),
  watch: viewer.read(Nothing, events(TenantRef)),
  restore: operator.upload(TenantRef, value(Nothing), { most: 1 }),
  dump: viewer.read(TenantRef, bytes),
  pushed: signed(Nothing, value(Nothing)),
}

test('what carries a table out, and what calls it, get their types from it', () => {
  type Service = Implementation<typeof methods>
  type Show = (input: TenantRef, caller: Caller, signal: AbortSignal) => Promise<{ state: string }>
  expectTypeOf<Service['show']>().toEqualTypeOf<Show>()
  expectTypeOf<ReturnType<Service['all']>>().toEqualTypeOf<Promise<readonly TenantRef[]>>()
  expectTypeOf<ReturnType<Service['dump']>>().toEqualTypeOf<AsyncIterable<Uint8Array>>()
  expectTypeOf<Parameters<Service['restore']>>().toEqualTypeOf<[TenantRef, Caller, AbortSignal, Content]>()
  expectTypeOf<ReturnType<Service['pushed']>>().toEqualTypeOf<Promise<Delivery<Nothing> | undefined>>()

  expect(methods.restore).toMatchObject({ content: 'upload', most: 1, effect: 'change' })
  type Client = Called<typeof methods>
  expectTypeOf<keyof Client>().toEqualTypeOf<'show' | 'all' | 'restore' | 'dump'>()
  expectTypeOf<Client['show']>().toEqualTypeOf<
    (input: TenantRef, signal?: AbortSignal) => Promise<{ state: string }>
  >()
})

test('an implementation that lacks a method, or answers another thing, does not compile', () => {
  type Service = Implementation<Pick<typeof methods, 'show' | 'all'>>
  const all = async () => []
  // @ts-expect-error it lacks `show`
  const lacking: Service = { all }
  // @ts-expect-error `show` answers the state
  const other: Service = { all, show: async () => ({ status: 'awake' }) }
  expect([lacking, other]).toHaveLength(2)
})
