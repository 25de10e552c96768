import { Domain } from '@pilot/contract'
import { Option } from 'commander'
import { parsed } from './value.ts'

export const domainOption = (): Option =>
  listOption(
    '--domain <domain>',
    'a host name that leads to the tenant; repeat it or separate several by commas',
  )

export const addDomainOption = (): Option =>
  listOption('--add-domain <domain>', 'one more host name; may be repeated')

export const removeDomainOption = (): Option =>
  listOption('--remove-domain <domain>', 'take a host name off; may be repeated')

const listOption = (flags: string, description: string): Option => {
  const option = new Option(flags, description)
  const parse = parsed(option.name(), Domain)
  return option.argParser((text: string, previous: readonly Domain[] | undefined) => [
    ...(previous ?? []),
    ...text.split(',').map((domain) => parse(domain)),
  ])
}
