import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository } from '../host/directories.ts'
import { writeWhole } from '../host/write-whole.ts'
import { places, probeKinds, probeName } from './groups/isolation.ts'
import { kinds, ways } from './groups/steps.ts'
import type { Figure, Report } from './report.ts'
import { reportFile } from './run.ts'
import { amount, describeMachine, renderQuartiles } from './table.ts'

/**
 * Writes the tables of docs/evaluation.md from a report, each between its markers, so that no number there is typed
 * by hand: `node e2e/bench/evaluation.ts [report.json]`, by default the last whole run of `./pilot bench`.
 */
export const writeEvaluation = async (report: Report): Promise<void> => {
  const text = await readFile(evaluationFile, 'utf8')
  await writeWhole(evaluationFile, fillMarkers(text, await renderTables(report)))
}

export const evaluationFile = join(repository, 'docs/evaluation.md')

/** Replaces what stands between `<!-- generated: name -->` and `<!-- end -->`; every table must have its place. */
export const fillMarkers = (text: string, tables: Readonly<Record<string, string>>): string => {
  let filled = text
  for (const [name, table] of Object.entries(tables)) {
    const begin = `<!-- generated: ${name} -->\n`
    const from = filled.indexOf(begin)
    const to = filled.indexOf('<!-- end -->', from)
    if (from < 0 || to < 0) throw new Error(`There is no place for the table "${name}".`)
    filled = `${filled.slice(0, from + begin.length)}\n${table}\n\n${filled.slice(to)}`
  }
  return filled
}

export const renderTables = async (report: Report): Promise<Record<string, string>> => ({
  machine: renderMachine(report),
  compare: renderFigures(group(report, 'compare')),
  memory: renderFigures(group(report, 'memory')),
  'cold-start': renderFigures(group(report, 'cold-start')),
  'idle-exit': renderFigures(group(report, 'idle-exit')),
  'warm-traffic': renderFigures(group(report, 'warm-traffic')),
  provisioning: renderFigures(group(report, 'provisioning')),
  agent: renderFigures(['agent', 'rest', 'sampling'].flatMap((name) => group(report, name))),
  steps: renderSteps(group(report, 'steps')),
  scripts: await renderScripts(),
  isolation: renderIsolation(group(report, 'isolation')),
})

const group = (report: Report, name: string): readonly Figure[] => {
  const found = report.groups.find((one) => one.name === name)
  if (!found || found.error !== undefined)
    throw new Error(`The report has no figures of ${name}; it must be of a whole run.`)
  return found.figures
}

const renderMachine = ({ machine, date, quick }: Report): string =>
  [
    `Measured on ${date.slice(0, 10)} on ${describeMachine(machine)}. Control group controllers on this machine: ${machine.controllers.join(', ') || 'none'}. Load before the run: ${machine.load.toFixed(2)}.`,
    ...(quick ? ['**From a quick run: the numbers show what is measured, not how much it is.**'] : []),
  ].join('\n\n')

const renderFigures = (figures: readonly Figure[]): string =>
  table(
    ['figure', 'median', 'quartiles', 'unit', 'n'],
    figures.map((figure) => [
      figure.title.trim() + (figure.note === undefined ? '' : ` (${figure.note})`),
      amount(figure.median),
      renderQuartiles(figure),
      figure.unit,
      String(figure.n),
    ]),
  )

const renderSteps = (figures: readonly Figure[]): string =>
  table(
    ['', ...kinds],
    ways.map(({ name, title }) => [
      title,
      ...kinds.map((kind) => String(find(figures, `steps.${name}.${kind}`).median)),
    ]),
  )

const renderScripts = async (): Promise<string> => {
  const scripts = await Promise.all(
    ways.map(async ({ name, title }) => {
      const script = await readFile(join(import.meta.dirname, `steps/${name}.sh`), 'utf8')
      return `**${title}**\n\n\`\`\`bash\n${essence(script)}\n\`\`\``
    }),
  )
  return scripts.join('\n\n')
}

/** Without the lines that every script has. */
const essence = (script: string): string =>
  script
    .split('\n')
    .filter((line) => !/^(#!|# |source |prove$)/.test(line))
    .join('\n')
    .trim()

const renderIsolation = (figures: readonly Figure[]): string => {
  const seen = (kind: 'reached' | 'namespaces', row: string): string[] =>
    places.map(({ name }) => find(figures, `isolation.${name}.${kind}`).details?.[row] ?? '')
  const titles = places.map(({ title }) => title)
  const facts = Object.keys(find(figures, `isolation.${places[0].name}.namespaces`).details ?? {})
  return [
    table(
      ['what the kernel says of the process', ...titles],
      facts.map((fact) => [fact, ...seen('namespaces', fact)]),
    ),
    ...probeKinds.map(({ title, probes }) =>
      table(
        [`reaches ${title}`, ...titles],
        probes.map((probe) => [code(probeName(probe)), ...seen('reached', probeName(probe))]),
      ),
    ),
  ].join('\n\n')
}

const find = (figures: readonly Figure[], id: string): Figure => {
  const found = figures.find((figure) => figure.id === id)
  if (!found) throw new Error(`The report has no figure ${id}.`)
  return found
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** A pipe ends a cell of a table even inside of code. */
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = process.argv[2] ?? reportFile(false)
  await writeEvaluation(JSON.parse(await readFile(file, 'utf8')) as Report)
}
