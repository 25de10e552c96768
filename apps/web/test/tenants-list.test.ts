import { ListQuery, TenantStatus, type TenantState } from '@pilot/contract'
import { createSerializer, createLoader } from 'nuqs/server'
import { describe, expect, it } from 'vitest'
import { actionsFor } from '../src/shared/tenant/actions.ts'
import { runBulk } from '../src/features/tenants/bulk.ts'
import { pagesOf, rowFinder } from '../src/features/tenants/pages.ts'
import { sortBy, toListQuery, viewParsers, type View } from '../src/features/tenants/view.ts'

const read = createLoader(viewParsers)
const write = createSerializer(viewParsers)

describe('the address of a list', () => {
  it('of all tenants by name is bare', () => expect(write('/tenants', read(''))).toBe('/tenants'))

  it('holds search, state and order, and gives them back', () => {
    const view = { q: 'shop & co', state: ['awake', 'failing'], sort: 'created', desc: true } satisfies View
    expect(read(new URLSearchParams(write(view)))).toEqual(view)
  })

  it('with rubbish in it is that of all tenants', () =>
    expect(read('?state=dreaming&sort=colour&desc=perhaps')).toEqual(read('')))

  it('asks the agent for a page of what it names', () => {
    expect(toListQuery(read('?q=%20Shop%20&state=awake&sort=created&desc=true'), 3)).toEqual({
      search: 'shop',
      states: ['awake'],
      sort: 'created',
      descending: true,
      offset: 300,
      limit: 100,
      deleted: false,
    })
    expect(ListQuery.safeParse(toListQuery(read(`?q=${'a'.repeat(300)}`), 0)).success).toBe(true)
  })

  it('asks for deleted tenants only where they are wanted', () => {
    expect(toListQuery(read(''), 0).deleted).toBe(false)
    expect(toListQuery(read('?state=deleted'), 0)).toMatchObject({ deleted: true, states: ['deleted'] })
  })

  it('is the other way round after a second click on a column', () => {
    const once = sortBy(read(''), 'created')
    expect([once.desc, sortBy(once, 'created').desc, sortBy(once, 'state').desc]).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('the pages of a list', () => {
  it('are those that hold what is seen', () => {
    expect(pagesOf(0, -1)).toEqual([0])
    expect(pagesOf(40, 99)).toEqual([0])
    expect(pagesOf(95, 104)).toEqual([0, 1])
    expect(pagesOf(4_980, 4_999)).toEqual([49])
  })

  it('give a row by its number, once they have come', () => {
    const find = rowFinder([{ page: 2, tenants: [status('asleep', 'shop')] }])
    expect(find(200)?.name).toBe('shop')
    expect([find(0), find(201)]).toEqual([undefined, undefined])
  })
})

describe('the actions of a row', () => {
  it('a viewer has none', () => expect(actionsFor('viewer', status('asleep'))).toEqual([]))

  it.each([
    ['asleep', ['wake', 'suspend', 'delete']],
    ['awake', ['sleep', 'suspend', 'delete']],
    ['failing', ['wake', 'suspend', 'delete']],
    ['deleted', ['delete']],
  ] as const)('of a tenant that is %s are those that it can take', (state, expected) =>
    expect(actionsFor('operator', status(state))).toEqual(expected),
  )

  it('of a suspended tenant are to resume and to delete it', () => {
    const { spec, ...rest } = status('suspended')
    expect(actionsFor('admin', { ...rest, spec: { ...spec, suspended: true } })).toEqual(['resume', 'delete'])
  })
})

describe('a bulk action', () => {
  const names = Array.from({ length: 20 }, (_, index) => `t${index}`)

  it('acts on six at a time and on each once, and keeps the reasons of those that failed', async () => {
    let now = 0
    let most = 0
    const seen: string[] = []
    const result = await runBulk({
      names,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      act: async (name) => {
        most = Math.max(most, ++now)
        seen.push(name)
        await Promise.resolve()
        now -= 1
        return name === 't7' ? { code: 'overloaded' } : null
      },
    })
    expect(most).toBe(6)
    expect(seen.toSorted()).toEqual(names.toSorted())
    expect(result).toEqual({
      total: 20,
      done: 19,
      failures: [{ name: 't7', problem: { code: 'overloaded' } }],
      state: 'done',
    })
  })

  it('that is stopped finishes what it began and says so', async () => {
    const stop = new AbortController()
    let begun = 0
    const result = await runBulk({
      names,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 3) stop.abort()
      },
      act: async () => {
        begun += 1
        await Promise.resolve()
        return null
      },
    })
    expect(result.state).toBe('stopped')
    expect(result.done).toBe(begun)
    expect(begun).toBeLessThan(20)
  })
})

function status(state: TenantState, name = 'shop'): TenantStatus {
  return TenantStatus.parse({
    name,
    state,
    since: null,
    reason: { code: 'running' },
    spec: {
      name,
      idle: 300_000,
      domains: [`${name}.localhost`],
    },
    uid: null,
    socketPath: '/run/pilot/tenants/shop.sock',
    urls: [],
    connections: null,
    processes: [],
    pss: null,
    memoryCurrent: null,
    failure: null,
    problem: null,
    failedStep: null,
    createdAt: '2026-01-31T12:00:00.000Z',
    updatedAt: '2026-01-31T12:00:00.000Z',
  })
}
