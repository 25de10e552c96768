import {
  CreateTenantInput,
  defaultDomain,
  inputFaultOf,
  settings,
  TenantName,
  withValue,
  withValueOfDomain,
  type Settings,
  type Values,
} from '@pilot/contract'
import { isAsked } from './asked.ts'
import { faultsOf, typedOf, typedOfDomains } from './typed-settings.ts'
import type { FormFault } from './typed.ts'
import { listOfDomains, type SettingValues } from './values.ts'

/** The form of one new tenant. */
export interface NewTenantValues extends SettingValues {
  name: string
}

/** What the agent is asked for, or what is wrong with the form. */
export type ReadForm<Input> = { readonly input: Input } | { readonly faults: readonly FormFault[] }

export const readNew = (values: NewTenantValues): ReadForm<CreateTenantInput> => {
  const given = readGiven(settings, values, values.name)
  const { data, error } = CreateTenantInput.safeParse({ ...given.values, name: values.name })
  // What the fields say wrong is told there already.
  const own = (error?.issues ?? [])
    .filter(({ path: [field] }) => given.faults.length === 0 || field === 'name')
    .map((issue) => ({ path: issue.path.join('.'), fault: inputFaultOf(issue) }))
  const faults = [...own, ...given.faults]
  return data !== undefined && faults.length === 0 ? { input: data } : { faults }
}

/** What the form says of the settings; `name` gives the domain where none is typed. */
export const readGiven = (
  table: Settings,
  typed: SettingValues,
  name: string,
): { readonly values: Values; readonly faults: readonly FormFault[] } => {
  const values = withoutOpenDomain(typed)
  const all = Object.entries(table)
    .filter(([key, { of }]) => of === 'tenant' && isAsked(key, values, true) && !isSample(key, values))
    .map(([key, setting]) => ({ key, setting, typed: typedOf(key, setting, values) }))
  const ofDomains = typedOfDomains(table, typed, domainOfName(name))
  let said: Values = {}
  for (const { key, setting, typed } of all)
    if (typed.state === 'value') said = withValue(said, key, setting, typed.value)
  for (const { domain, key, typed } of ofDomains)
    if (typed.state === 'value') said = withValueOfDomain(said, domain, key, typed.value)
  return { values: said, faults: [...all, ...ofDomains].flatMap(({ typed }) => faultsOf(typed)) }
}

// The agent makes the first domain of the name where that is left empty.
const withoutOpenDomain = (values: SettingValues): SettingValues => {
  const rows = values.lists[listOfDomains] ?? []
  return rows.length === 1 && rows[0]?.text.trim() === ''
    ? { ...values, lists: { ...values.lists, [listOfDomains]: [] } }
    : values
}

/** The domain that a name fills in; empty without a name. */
export const domainOfName = (name: string): string => {
  const parsed = TenantName.safeParse(name)
  return parsed.success ? defaultDomain(parsed.data) : ''
}

const isSample = (key: string, { program }: SettingValues): boolean =>
  key === 'command' && program === 'sample'
