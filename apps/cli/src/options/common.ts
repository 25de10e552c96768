import { Option } from 'commander'

export const jsonOption = (): Option => new Option('--json', 'answer in JSON on stdout')

export const dryRunOption = (): Option => new Option('--dry-run', 'show what would be done, and do nothing')

/** What every changing command takes. */
export interface ChangeOptions {
  readonly json?: boolean
  readonly dryRun?: boolean
}
