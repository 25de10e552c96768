import { columnsOf, markTaken, settings } from '@pilot/contract'
import { describe, expect, it } from 'vitest'
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
      { code: 'unknown-column', column: 'memori', known: columnsOf(settings) },
    ]))

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
    expect(parseList('name,idle\n"shop,10s').faults).toEqual([{ code: 'quotes' }]))
})

describe('what is taken on the host', () => {
  const { tenants } = parseList('shop\nblog,www.example.com\npress')
  const marked = markTaken(
    tenants,
    new Set(['shop']),
    new Map([
      ['shop.localhost', 'shop'],
      ['www.example.com', 'site'],
    ]),
  )

  it('is told at the row, which is not made then', () => {
    expect(marked.map(({ faults }) => faults)).toEqual([
      [{ code: 'taken' }],
      [{ code: 'domain-taken', domain: 'www.example.com', tenant: 'site' }],
      [],
    ])
    expect(marked.map(({ input }) => input === null)).toEqual([true, true, false])
  })
})
