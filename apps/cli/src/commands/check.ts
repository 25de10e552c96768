import { speak, UnitsInput, visible, type Finding, type Remedy, type UnitReport } from '@pilot/contract'
import { Command } from 'commander'
import { DocumentedProblem } from '../documented-problem.ts'
import { jsonOption } from '../options/common.ts'
import { parsed } from '../options/value.ts'
import { examples } from '../output/help.ts'
import { paint, printDocument, printLine, type Output, type Style } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { CommandModule, Pilot } from '../pilot.ts'

interface Options {
  readonly json?: boolean
}

export const check: CommandModule = (pilot) =>
  new Command('check')
    .summary('check the host, or the state of any units')
    .description(
      'Without arguments checks every prerequisite, one by one, and says what to do about each fault. With unit ' +
        'names it shows their state and the accounts that they run as. Needs no root.',
    )
    .argument('[units...]', 'units like caddy.service', parseUnit)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['pilot check', 'pilot check caddy.service postgresql.service user@1000.service'],
        'Prints a line for each finding, or a table of units. Exit code 8 where there are faults, or where a unit is ' +
          'not active or not there. With --json one object with "findings" or "units", and "problem".',
      ),
    )
    .action(async (units: readonly string[], { json = false }: Options) => {
      if (units.length === 0) await checkHost(pilot, json)
      else await checkUnits(pilot, UnitsInput.parse({ units }), json)
    })

const parseOne = parsed('unit', UnitsInput.shape.units.element)
// As systemctl(1) does: a name without a suffix is a service.
const parseUnit = (text: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  parseOne(/^[^.]+$/.test(text) ? `${text}.service` : text),
]

const checkHost = async (pilot: Pilot, json: boolean): Promise<void> => {
  const client = await pilot.connectForCheck()
  const findings = await client.check({}, pilot.signal)
  if (!json) for (const finding of findings) printLine(pilot.stdout, describeFinding(pilot.stdout, finding))
  conclude(pilot, {
    json,
    document: { findings: findings.map(tellFinding) },
    faults: findings.filter(({ level }) => level === 'fault').length,
  })
}

const checkUnits = async (pilot: Pilot, input: UnitsInput, json: boolean): Promise<void> => {
  const client = await pilot.connectForCheck()
  const reports = await client.units(input, pilot.signal)
  const faulty = reports.filter(isFaulty)
  if (!json) {
    const rows = reports.map((report) => toRow(pilot.stdout, report))
    printLine(pilot.stdout, await renderTable(pilot.stdout, headings, rows))
    for (const report of faulty) printLine(pilot.stdout, describeFault(report))
  }
  conclude(pilot, { json, document: { units: reports }, faults: faulty.length })
}

interface Conclusion {
  readonly json: boolean
  readonly document: Readonly<Record<string, unknown>>
  readonly faults: number
}

const conclude = ({ stdout }: Pilot, { json, document, faults }: Conclusion): void => {
  if (faults > 0) throw new DocumentedProblem({ code: 'check-failed', faults }, document)
  if (json) printDocument(stdout, { ...document, problem: null })
}

const describeFinding = (output: Output, finding: Finding): string => {
  const { level, title, detail, remedy } = tellFinding(finding)
  const { sign, style } = levels[level]
  const line = `${paint(output, style, sign)} ${title}: ${visible(detail, '\n')}`
  return remedy === '' ? line : `${line}\n  ${paint(output, 'bold', 'To do:')} ${visible(remedy, '\n')}`
}

/** A finding for `--json`: its sentences, for who only shows them, and the facts that they are made of. */
const tellFinding = ({ id, level, found, remedy }: Finding) => ({
  id,
  title: speak.findingTitle({ code: id }),
  level,
  detail: speak.found(found),
  remedy: remedy === null ? '' : tellRemedy(remedy),
  facts: { found, remedy },
})

const tellRemedy = (remedy: Remedy): string =>
  remedy.command === null ? speak.remedy(remedy) : `${speak.remedy(remedy)} ${remedy.command}`

const levels: Record<Finding['level'], { readonly sign: string; readonly style: Style }> = {
  ok: { sign: '✓', style: 'green' },
  note: { sign: '!', style: 'yellow' },
  fault: { sign: '✗', style: 'red' },
}

const isFaulty = ({ active }: UnitReport): boolean => active !== 'active'

const headings = ['UNIT', 'LOAD', 'ACTIVE', 'SUB', 'USER', 'UID', 'LINGERS']

const toRow = (output: Output, report: UnitReport): readonly string[] => [
  report.unit,
  report.load,
  paint(output, isFaulty(report) ? 'red' : 'green', report.active),
  report.sub,
  report.user ?? '-',
  report.uid === null ? '-' : String(report.uid),
  report.lingering === null ? '-' : report.lingering ? 'yes' : 'no',
]

const describeFault = ({ unit, load, active }: UnitReport): string =>
  load === 'not-found'
    ? `${unit} does not exist; is the name right, and its package installed?`
    : `${unit} is ${active}; see why with "systemctl status ${unit}", start it with "systemctl start ${unit}".`
