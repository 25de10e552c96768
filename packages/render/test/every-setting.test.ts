import { settingKeys, TenantSpec, type SettingKey } from '@pilot/contract'
import { expect, test } from 'vitest'
import * as render from '../src/index.ts'
import { textsOf } from './texts-of.ts'

/** A tenant of each kind, since a setting may count for one of them only. */
const kinds = [{}, { activation: 'proxied' }, { scope: 'user' }]

/** Another value of each setting, as it stands in a wish. */
const others: Readonly<Record<SettingKey, object>> = {
  domains: { domains: ['other.example.com'] },
  command: { command: ['/srv/other'] },
  activation: { activation: 'proxied' },
  listen: { listen: 'socket' },
  scope: { scope: 'user' },
  sandbox: { sandbox: 'systemd' },
  idle: { idle: 1234 },
  runtimeMax: { runtimeMax: 5678 },
  memoryMax: { limits: { memoryMax: 16 * 1024 ** 2 } },
  cpuQuota: { limits: { cpuQuota: 33 } },
  tasksMax: { limits: { tasksMax: 77 } },
  environment: { environment: { OTHER: 'yes' } },
}

test.each(settingKeys)('%s is carried out: it changes a text of some tenant', (key) => {
  const isCarriedOut = kinds.some((kind) => all({ ...kind, ...others[key] }) !== all(kind))
  expect(isCarriedOut).toBe(true)
})

const all = (wish: object): string => {
  const spec = TenantSpec.parse({ name: 'shop', domains: ['shop.example.com'], ...wish })
  const routes = spec.domains.map((domain) =>
    render.renderDomainRoute(domain, render.socketPath(spec.name, spec.scope)),
  )
  return JSON.stringify([textsOf(spec), routes])
}
