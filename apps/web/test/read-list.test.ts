import {
  columnsOf,
  markTaken,
  settings,
  TenantSpec,
  type TakenOnHost,
  type TenantStatus,
} from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { status } from './made-up/samples.ts'
import { parseList } from '../src/features/provision/parse-list.ts'

const faultsOf = (text: string) => parseList(text).tenants.map(({ faults }) => faults)

describe('a pasted list', () => {
  it('is a name in each line, and says nothing else', () => {
    const { tenants } = parseList('shop\n\nblog\n')
    expect(tenants.map(({ input }) => input)).toEqual([{ name: 'shop' }, { name: 'blog' }])
    expect(tenants[0]?.domains).toEqual(['shop.localhost'])
  })

  it('takes domains behind the name, parted by spaces, commas, semicolons or tabs', () => {
    for (const separator of [' ', ',', ';', '\t'])
      expect(
        parseList(['shop', 'a.example', 'b.example'].join(separator)).tenants[0]?.input?.domains,
      ).toEqual(['a.example', 'b.example'])
  })

  it('takes columns by their titles, in any order, and quoted cells', () => {
    const { tenants, faults } = parseList(
      'Idle;NAME;domain;command;memory\n10s;shop;a.example b.example;"/srv/shop/server --title ""A; B""";64M\n',
    )
    expect(faults).toEqual([])
    expect(tenants[0]?.input).toEqual({
      name: 'shop',
      idle: 10_000,
      domains: ['a.example', 'b.example'],
      command: ['/srv/shop/server', '--title', 'A; B'],
      limits: { memoryMax: 64 * 1024 ** 2 },
    })
  })

  it('names titles that it does not know', () =>
    expect(parseList('name,memori\nshop,64M').faults).toEqual([
      { code: 'unknown-column', line: 1, column: 'memori', known: columnsOf(settings) },
    ]))

  it('names a column that is given twice, by whatever title', () =>
    expect(parseList('\nname,memory,memory-max\nshop,64M,32M').faults).toEqual([
      { code: 'column-twice', line: 2, column: 'memory-max' },
    ]))

  it('names what stands under no title', () =>
    expect(faultsOf('name,\nshop,\nblog,64M')).toEqual([[], [{ code: 'cell-without-title', text: '64M' }]]))

  it('of titles alone is empty', () => expect(parseList('name,memory\n').faults).toEqual([{ code: 'empty' }]))

  it('tells the line of odd quotes and of titles, behind cells of several lines and with any line ends', () => {
    expect(parseList('name,env\r\nshop,"A=1\nB=2"\nblog,"A"=1\n').faults).toEqual([
      { code: 'quotes', line: 4 },
    ])
    expect(parseList('\n\nname,colour\nshop,red').faults).toMatchObject([{ code: 'unknown-column', line: 3 }])
    expect(parseList('shop\r\nblog\nShop\r\n').tenants.map(({ line }) => line)).toEqual([1, 2, 3])
  })

  it("tells each row's faults by the contract's own words", () => {
    expect(faultsOf('name,idle\nShop,10s\nblog,soon')).toEqual([
      [{ code: 'cell', column: 'name', fault: { code: 'name-start' } }],
      [expect.objectContaining({ code: 'cell', column: 'idle' })],
    ])
  })

  it('finds a name and a domain that stand twice, and the line where they stood first', () => {
    expect(faultsOf('shop\nblog,shop.localhost\nshop')).toEqual([
      [],
      [{ code: 'domain-twice', domain: 'shop.localhost', line: 1 }],
      [{ code: 'name-twice', name: 'shop', line: 1 }],
    ])
  })

  it('finds a domain that stands twice in one line', () =>
    expect(faultsOf('shop a.example a.example')).toEqual([
      [{ code: 'domain-twice', domain: 'a.example', line: 1 }],
    ]))

  it('an empty text has no rows', () => expect(parseList(' \n').tenants).toEqual([]))

  it('says nothing by an empty cell, so that healing by a list resets nothing', () =>
    expect(parseList('name,idle,memory\nshop,,').tenants[0]?.input).toEqual({ name: 'shop' }))

  it('with quotes that are not those of CSV is not made', () =>
    expect(parseList('name,idle\n"shop,10s').faults).toEqual([{ code: 'quotes', line: 2 }]))
})

describe('what is on the host already', () => {
  const found = (name: string, change: Partial<TenantStatus> = {}): [string, TenantStatus] => [
    name,
    status({
      name,
      spec: TenantSpec.parse({ name, domains: [`${name}.localhost`], idle: 60_000 }),
      ...change,
    }),
  ]
  const down = { code: 'service-down', service: 'postgresql', detail: '' } as const
  const taken: TakenOnHost = {
    tenants: new Map([
      found('shop'),
      found('blog', { state: 'degraded', problem: down }),
      found('press'),
      found('site', { spec: TenantSpec.parse({ name: 'site', domains: ['www.example.com'] }) }),
    ]),
    ownDomain: 'pilot.example.com',
  }
  const rowsOf = (text: string) => markTaken(parseList(text).tenants, taken)

  it('stays where it is as its row says, and is healed where it is not whole', () => {
    const rows = rowsOf('name,idle\nshop,1min\nblog,5min\npress,\nfresh,')
    expect(rows.map(({ standing, input }) => [standing, input !== null])).toEqual([
      ['stands', true],
      ['broken', true],
      ['stands', true],
      ['new', true],
    ])
  })

  it('is a fault where it is otherwise, which is named', () =>
    expect(rowsOf('name,idle\nshop,5min').map(({ faults, input }) => [faults, input])).toEqual([
      [[{ code: 'taken', difference: { code: 'idle', domain: null, value: 60_000 } }], null],
    ]))

  it('is a fault also where it is not whole, if what differs is fixed', () =>
    expect(rowsOf('name,scope\nblog,user')[0]?.faults).toEqual([
      { code: 'taken', difference: { code: 'scope', domain: null, value: 'system' } },
    ]))

  it("does not give away its domains, nor Pilot's own", () =>
    expect(rowsOf('fresh www.example.com\nother pilot.example.com').map(({ faults }) => faults)).toEqual([
      [{ code: 'domain-taken', domain: 'www.example.com', tenant: 'site' }],
      [
        {
          code: 'cell',
          column: 'domains',
          fault: { code: 'domain-of-pilot', domain: 'pilot.example.com' },
        },
      ],
    ]))
})
