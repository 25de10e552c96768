import { expect, test } from 'vitest'
import { doneEvents } from './fake-client.ts'
import { runPilot } from './run-pilot.ts'

const createdFrom = async (file: string): Promise<unknown> => {
  const { calls, code, err } = await runPilot(['create-tenants', '-'], { file })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(calls.map(({ method }) => method)).toEqual(['createList'])
  return (calls[0]?.input as { tenants: unknown }).tenants
}

test('names stand one a line, with any end of line and empty lines between', async () => {
  expect(await createdFrom('\ufeffshop\r\n\r\n  blog  \r\n')).toEqual([{ name: 'shop' }, { name: 'blog' }])
})

test('a header names the columns, in any order', async () => {
  const file = `Domains,name,idle,exec,scope,activation,listen
"a.example.com, b.example.com",shop,10min,,,,
c.example.com d.example.com,blog,,"/srv/blog 'two words'",user,proxied,socket
,short
`
  expect(await createdFrom(file)).toEqual([
    { name: 'shop', domains: ['a.example.com', 'b.example.com'], idle: 600_000 },
    {
      name: 'blog',
      domains: ['c.example.com', 'd.example.com'],
      command: ['/srv/blog', 'two words'],
      scope: 'user',
      activation: 'proxied',
      listen: 'socket',
    },
    { name: 'short' },
  ])
})

const faults: [file: string, sentence: string][] = [
  ['', 'file is not valid: it holds no tenant'],
  ['shop\nBlog\n', 'line 2, name is not valid: the name must begin with a lower-case letter'],
  ['name,idle\nshop,1h\n\nblog,soon\n', 'line 4, idle is not valid: "soon" is not a time span'],
  ['name,idle\nshop,1h,more\n', 'line 2 is not valid: it has 3 values for 2 columns'],
  ['name,colour\nshop,red\n', 'line 1 is not valid: there is no column "colour"'],
  ['\nname,colour\nshop,red\n', 'line 2 is not valid: there is no column "colour"'],
  ['name,env\nshop,"A=1\nB=2"\nblog,"A"=1\n', 'line 4 is not valid: its quotes'],
  ['name,memory,memory-max\nshop,64M,64M\n', 'line 1 is not valid: the column memory-max stands twice'],
  ['name,\nshop,64M\n', 'line 2 is not valid: "64M" stands under no title'],
  ['name,memory\n', 'file is not valid: it holds no tenant'],
  ['shop,blog\n', 'line 1 is not valid: several columns need a header'],
  ['name,domains\n,a.example.com\n', 'line 2 is not valid: the name is missing'],
  ['shop\nblog\nshop\n', 'line 3 is not valid: shop stands in line 1 already'],
  ['name,domains\nshop,"a.example.com\n', 'is not valid: its quotes are not those of CSV'],
  [Array.from({ length: 1001 }, (_, index) => `t${index}`).join('\n'), 'file is not valid'],
]

test.each(faults)('the list %j is refused before anything is done', async (file, sentence) => {
  const { code, err, calls } = await runPilot(['create-tenants', 'list.csv'], { file })
  expect({ code, calls }).toEqual({ code: 2, calls: [] })
  expect(err).toContain(sentence)
})

test('--dry-run plans each tenant and makes none', async () => {
  const { code, calls } = await runPilot(['create-tenants', '-', '--dry-run'], { file: 'shop\nblog\n' })
  expect(code).toBe(0)
  expect(calls).toEqual(['shop', 'blog'].map((name) => ({ method: 'planCreate', input: { name } })))
})

test('tells how many were made; with --json the events and a last line', async () => {
  const answers = { createList: [...doneEvents('shop')] }
  const { out } = await runPilot(['create-tenants', '-'], { file: 'shop', answers })
  expect(out).toMatch(/^1 tenant in 15 ms\.$/m)
  const { lines } = await runPilot(['create-tenants', '-', '--json'], { file: 'shop', answers })
  expect(lines().at(-1)).toMatchObject({ done: 1, milliseconds: 15, problem: null })
})
