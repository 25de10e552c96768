import type { Setting } from './setting.ts'

/** A wish, or what is said of one: values by the key of their setting. */
export type Values = Readonly<Record<string, unknown>>

/** The value of a tenant's setting; undefined where it says nothing of it. */
export const valueOf = (values: Values, key: string, { within }: Setting): unknown =>
  within === undefined ? values[key] : objectOf(values[within])[key]

/** The same values, with this one in its place; without it where it is undefined. */
export const withValue = (values: Values, key: string, { within }: Setting, value: unknown): Values =>
  within === undefined
    ? put(values, key, value)
    : { ...values, [within]: put(objectOf(values[within]), key, value) }

/** The value of a domain's setting. */
export const valueOfDomain = (values: Values, domain: string, key: string): unknown =>
  objectOf(objectOf(values['domainSettings'])[domain])[key]

/** The same values, with this one for a domain. What no domain has is left out as a whole. */
export const withValueOfDomain = (values: Values, domain: string, key: string, value: unknown): Values => {
  const all = objectOf(values['domainSettings'])
  const one = put(objectOf(all[domain]), key, value)
  const after = put(all, domain, Object.keys(one).length === 0 ? undefined : one)
  return put(values, 'domainSettings', Object.keys(after).length === 0 ? undefined : after)
}

export const objectOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {}

export const withoutValue = (values: Values, key: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))

const put = (values: Values, key: string, value: unknown): Values =>
  value === undefined ? withoutValue(values, key) : { ...values, [key]: value }
