import type { Figure, Machine, Report } from './report.ts'

/** The report for a terminal. */
export const renderReport = (report: Report): string =>
  [
    `${describeMachine(report.machine)}, ${report.date}${report.quick ? ' (a quick run: the figures mean little)' : ''}`,
    ...report.groups.map(
      ({ title, seconds, figures }) =>
        `\n${title} (${seconds.toFixed(0)} s)\n${figures.map((figure) => `  ${renderLine(figure)}`).join('\n')}`,
    ),
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

const renderLine = (figure: Figure): string =>
  `${figure.title.padEnd(62)} ${amount(figure.median).padStart(9)} ${figure.unit.padEnd(10)} n=${figure.n}`
