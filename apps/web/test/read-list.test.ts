import { describe, expect, it } from 'vitest'
import { markTaken, readList } from '../src/features/provision/read-list.ts'

const faultsOf = (text: string) => readList(text).rows.map(({ faults }) => faults)

describe('a pasted list', () => {
  it('is a name in each line, with the defaults of the form', () => {
    const { rows } = readList('shop\n\nblog\n')
    expect(rows.map(({ input }) => input)).toEqual([
      { name: 'shop', idle: 300_000, scope: 'system' },
      { name: 'blog', idle: 300_000, scope: 'system' },
    ])
    expect(rows[0]?.domains).toEqual(['shop.localhost'])
  })

  it('takes domains behind the name, parted by spaces, commas, semicolons or tabs', () => {
    for (const separator of [' ', ',', ';', '\t'])
      expect(readList(['shop', 'a.example', 'b.example'].join(separator)).rows[0]?.input?.domains).toEqual([
        'a.example',
        'b.example',
      ])
  })

  it('takes columns by their titles, in any order, and quoted cells', () => {
    const { rows, unknownColumns } = readList(
      'Idle;NAME;domain;command;memory\n10s;shop;a.example b.example;"/srv/shop/server --title ""A; B""";64M\n',
    )
    expect(unknownColumns).toEqual([])
    expect(rows[0]?.input).toEqual({
      name: 'shop',
      idle: 10_000,
      scope: 'system',
      domains: ['a.example', 'b.example'],
      command: ['/srv/shop/server', '--title', 'A; B'],
      listen: 'port',
      limits: { memoryMax: 64 * 1024 ** 2 },
    })
  })

  it('names titles that it does not know', () =>
    expect(readList('name,memori\nshop,64M').unknownColumns).toEqual(['memori']))

  it("tells each row's faults by the contract's own words", () => {
    expect(faultsOf('name,idle\nShop,10s\nblog,soon')).toEqual([
      [{ kind: 'invalid', field: 'name', fault: { code: 'name-start' } }],
      [expect.objectContaining({ kind: 'invalid', field: 'idle' })],
    ])
  })

  it('finds a name and a domain that stand twice, and the line where they stood first', () => {
    expect(faultsOf('shop\nblog,shop.localhost\nshop')).toEqual([
      [],
      [{ kind: 'domain-twice', domain: 'shop.localhost', line: 1 }],
      [{ kind: 'twice', line: 1 }],
    ])
  })

  it('an empty text has no rows', () => expect(readList(' \n').rows).toEqual([]))
})

describe('what is taken on the host', () => {
  const { rows } = readList('shop\nblog,www.example.com\npress')
  const marked = markTaken(
    rows,
    new Set(['shop']),
    new Map([
      ['shop.localhost', 'shop'],
      ['www.example.com', 'site'],
    ]),
  )

  it('is told at the row, which is not made then', () => {
    expect(marked.map(({ faults }) => faults)).toEqual([
      [{ kind: 'taken' }],
      [{ kind: 'domain-taken', domain: 'www.example.com', tenant: 'site' }],
      [],
    ])
    expect(marked.map(({ input }) => input === null)).toEqual([true, true, false])
  })
})
