import {
  formatTimeSpan,
  longestSearch,
  tenantStates,
  visible,
  wholeList,
  type ListQuery,
  type TenantState,
  type TenantStatus,
} from '@pilot/contract'
import { Command, Option } from 'commander'
import { jsonOption } from '../options/common.ts'
import { chosen } from '../options/choice.ts'
import { given } from '../options/given.ts'
import { invalid } from '../options/invalid.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine, type Output } from '../output/output.ts'
import { shortReason, paintState } from '../output/state.ts'
import { renderTable } from '../output/table.ts'
import { tenantDocument } from '../output/tenant-document.ts'
import type { CommandModule } from '../pilot.ts'

interface Options {
  readonly state?: TenantState[]
  readonly search?: string
  readonly all?: boolean
  readonly json?: boolean
}

export const list: CommandModule = (pilot) =>
  new Command('list')
    .summary('list the tenants with their state')
    .description('Lists the tenants: state, domain, idle time, scope, and since when they are in this state.')
    .addOption(stateOption())
    .addOption(searchOption())
    .addOption(new Option('--all', 'also those deleted whose data was kept'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot list',
          'sudo pilot list --state=failing,degraded',
          'sudo pilot list --search=shop --json',
        ],
        'Prints a table; with --json {"tenants": [...], "total": ..., "counts": {"asleep": ...}}.',
      ),
    )
    .action(async ({ json = false, state, search, all = false }: Options) => {
      const client = await pilot.connect({ command: 'list', changes: false })
      const query = { ...wholeList, deleted: all, ...given({ search, states: state }) }
      const found = await client.list(query, pilot.signal)
      if (json) {
        printDocument(pilot.stdout, { ...found, tenants: found.tenants.map(tenantDocument) })
        return
      }
      if (found.tenants.length === 0) {
        printLine(pilot.stdout, noneFound(query))
        return
      }
      const rows = found.tenants.map((tenant) => toRow(pilot.stdout, tenant))
      printLine(pilot.stdout, await renderTable(pilot.stdout, headings, rows))
    })

const searchOption = (): Option =>
  new Option('--search <text>', 'only those whose name or domain holds this text').argParser(
    (text: string) => {
      if (text.length <= longestSearch) return text
      throw invalid('--search', { code: 'text-long', most: longestSearch })
    },
  )

const stateOption = (): Option => {
  const parse = chosen('--state', { options: tenantStates })
  return new Option('--state <state>', 'only those in this state; several separated by commas')
    .choices(tenantStates)
    .argParser((text: string, previous: readonly TenantState[] | undefined) => [
      ...(previous ?? []),
      ...text.split(',').map((state) => parse(state)),
    ])
}

const noneFound = ({ search, states }: ListQuery): string =>
  search === undefined && states === undefined
    ? 'There is no tenant yet; make one with "pilot create-tenant --name=shop".'
    : 'No tenant fits.'

const headings = ['NAME', 'STATE', 'DOMAIN', 'IDLE', 'SCOPE', 'SINCE']

const toRow = (output: Output, tenant: TenantStatus): readonly string[] => {
  const [domain = '-', ...more] = tenant.spec.domains
  const reason = shortReason(tenant)
  return [
    tenant.name,
    paintState(
      output,
      tenant.state,
      reason === undefined ? tenant.state : `${tenant.state}: ${visible(reason)}`,
    ),
    more.length === 0 ? domain : `${domain} +${more.length}`,
    formatTimeSpan(tenant.spec.idle),
    tenant.spec.scope,
    tenant.since === null ? '-' : formatLocalTime(tenant.since),
  ]
}
