import type { Figure, GroupReport, Machine, Report } from './report.ts'

/** The report for a terminal. */
export const renderReport = (report: Report): string =>
  [
    `${describeMachine(report.machine)}, ${report.date}${report.quick ? ' (a quick run: the figures mean little)' : ''}`,
    ...report.groups.map((group) => `\n${renderGroup(group)}`),
  ].join('\n')

const renderGroup = ({ title, seconds, figures, error }: GroupReport): string =>
  [
    `${title} (${seconds.toFixed(0)} s)`,
    ...figures.map((figure) => `  ${renderLine(figure)}`),
    ...(error === undefined ? [] : [`  FAILED: ${error}`]),
  ].join('\n')

export const describeMachine = ({ cpu, cores, memoryGiB, kernel, versions }: Machine): string =>
  [
    `${cpu}, ${cores} cores, ${memoryGiB} GiB`,
    `Linux ${kernel}`,
    ...Object.entries(versions).map(([name, version]) => `${name} ${version}`),
  ].join(', ')

/** To three digits, or whole where it is larger. */
export const amount = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The middle half of all measurements; empty where there was one only. */
export const renderQuartiles = ({ n, quartiles }: Figure): string =>
  quartiles === undefined || n < 2 ? '' : quartiles.map((value) => amount(value)).join(' to ')

const renderLine = (figure: Figure): string =>
  [
    figure.title.padEnd(62),
    amount(figure.median).padStart(9),
    figure.unit.padEnd(10),
    `n=${figure.n}`.padEnd(6),
    renderQuartiles(figure),
  ]
    .join(' ')
    .trimEnd()
