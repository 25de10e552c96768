import { expect, test } from 'vitest'
import { cellText, chartCsv } from '../src/components/chart/chart-data.ts'
import { segments } from '../src/components/chart/segments.ts'

const columns = [
  { key: 'variant', label: 'Variant' },
  {
    key: 'pss_bytes',
    label: 'PSS',
    format: (bytes: number | null) => (bytes === null ? 'not measured' : `${bytes} B`),
  },
]

test('the CSV has units in its header, bare numbers, and nothing where nothing was measured', () =>
  expect(
    chartCsv({
      columns,
      rows: [
        ['tenant', 14200.5],
        ['docker', null],
        ['process', 0],
      ],
    }),
  ).toBe('variant,pss_bytes\r\ntenant,14200.5\r\ndocker,\r\nprocess,0\r\n'))

test('the table says what was not measured, and 0 is 0', () => {
  const [, pss] = columns
  if (pss === undefined) throw new Error('there is no such column')
  expect([null, 0, 12].map((cell) => cellText(pss, cell))).toEqual(['not measured', '0 B', '12 B'])
})

test('a line ends where nothing was measured and where samples are missing', () => {
  const times = [0, 10, 20, 30, 60, 70]
  const lines = segments(times, [1, 2, null, 3, 4, 5], 15)
  expect(lines.map((line) => line.map(({ value }) => value))).toEqual([[1, 2], [3], [4, 5]])
})
