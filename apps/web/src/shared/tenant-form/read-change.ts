import {
  capital,
  hasPart,
  isSame,
  SetTenantInput,
  settings,
  valueOf,
  valueOfDomain,
  withValue,
  withValueOfDomain,
  type Setting,
  type Settings,
  type TenantSpec,
  type Values,
} from '@pilot/contract'
import { isAsked } from './asked.ts'
import { faultsOf, typedOf, typedOfDomains } from './typed-settings.ts'
import type { FormFault, Typed } from './typed.ts'
import { listOfDomains, type SettingValues } from './values.ts'

export type Change =
  | { readonly state: 'same' }
  | { readonly state: 'faulty'; readonly faults: readonly FormFault[] }
  | { readonly state: 'changed'; readonly input: SetTenantInput }

/** What has to be told the agent so that the tenant becomes as the form says: only what differs from its wish. */
export const readChange = (spec: TenantSpec, values: SettingValues): Change => {
  const { values: changes, faults } = readChanges(settings, spec, values)
  const all = [...faults, ...lastDomainFaults(spec, values)]
  if (all.length > 0) return { state: 'faulty', faults: all }
  if (Object.keys(changes).length === 0) return { state: 'same' }
  return { state: 'changed', input: SetTenantInput.parse({ name: spec.name, ...changes }) }
}

/** What the form says otherwise than the wish, in the shape of SetTenantInput. */
export const readChanges = (
  table: Settings,
  wish: Values,
  values: SettingValues,
): { readonly values: Values; readonly faults: readonly FormFault[] } => {
  const all = Object.entries(table)
    .filter(([key, { of, fixed }]) => of === 'tenant' && fixed !== true && isAsked(key, values, false))
    .map(([key, setting]) => ({ key, setting, typed: typedOf(key, setting, values) }))
  const ofDomains = typedOfDomains(table, values, '')
  let changes: Values = {}
  for (const { key, setting, typed } of all)
    changes = withChange(changes, key, setting, valueOf(wish, key, setting), typed)
  // Told with the command, since the agent else chooses anew for a new program.
  if ('command' in changes) changes = { ...changes, activation: values.texts['activation'] }
  for (const { domain, key, setting, typed } of ofDomains) {
    const after = valueAfter(setting, valueOfDomain(wish, domain, key), typed)
    if (after !== undefined) changes = withValueOfDomain(changes, domain, key, after)
  }
  return { values: changes, faults: [...all, ...ofDomains].flatMap(({ typed }) => faultsOf(typed)) }
}

const withChange = (
  changes: Values,
  key: string,
  setting: Setting,
  before: unknown,
  typed: Typed,
): Values => {
  const { kind } = setting
  if (typed.state === 'nothing' || typed.state === 'faulty') return changes
  if (kind === 'map')
    return { ...changes, ...changeOfMap(key, before ?? {}, typed.state === 'value' ? typed.value : {}) }
  // A list that is given is never empty.
  if (kind === 'list' && typed.state === 'none')
    return Array.isArray(before) && before.length > 0
      ? { ...changes, [`remove${capital(key)}`]: before }
      : changes
  const after = valueAfter(setting, before, typed)
  return after === undefined ? changes : withValue(changes, key, setting, after)
}

/** What is told of a value: null lifts it, undefined says nothing since it stands already. */
const valueAfter = (setting: Setting, before: unknown, typed: Typed): unknown => {
  if (typed.state === 'none') return before === undefined ? undefined : null
  if (typed.state !== 'value') return undefined
  // Nobody is told a secret: what is typed is new.
  return setting.secret !== true && isSame(typed.value, before) ? undefined : typed.value
}

const changeOfMap = (key: string, before: object, after: unknown): Values => {
  const stood = new Map(Object.entries(before))
  const wished = new Map(Object.entries(after as object))
  const set = [...wished].filter(([name, value]) => stood.get(name) !== value)
  const unset = [...stood.keys()].filter((name) => !wished.has(name))
  return {
    ...(set.length === 0 ? {} : { [`set${capital(key)}`]: Object.fromEntries(set) }),
    ...(unset.length === 0 ? {} : { [`unset${capital(key)}`]: unset }),
  }
}

const lastDomainFaults = (spec: TenantSpec, { lists }: SettingValues): FormFault[] =>
  hasPart(spec, 'route') && lists[listOfDomains]?.length === 0
    ? [{ path: `lists.${listOfDomains}`, fault: { code: 'domain-last' } }]
    : []
