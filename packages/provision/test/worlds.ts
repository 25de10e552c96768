import { Domain, TenantSpec } from '@pilot/contract'
import { createFakeHost } from '@pilot/host/fake'
import type { World } from '@pilot/host/fake'
import { firstTenantUid } from '@pilot/render'
import { converge } from '../src/index.ts'
import type { Tenant } from '../src/index.ts'

type Wish = Partial<Record<keyof TenantSpec, unknown>>

/** The tenant `shop`, whole, unless said otherwise. */
export const tenantOf = (wish: Wish = {}, uid = firstTenantUid + 1): Tenant => ({
  spec: TenantSpec.parse({
    name: 'shop',
    domains: ['shop.example.com', 'www.shop.example.com'],
    ...wish,
  }),
  uid,
})

export const longDomain = Domain.parse(`${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`)

/** Every kind of tenant there is. */
export const variants: Readonly<Record<string, Tenant>> = Object.fromEntries(
  (['system', 'user'] as const).flatMap((scope) =>
    Object.entries<Wish>({
      native: {},
      'proxied port': { activation: 'proxied', listen: 'port' },
      'proxied socket': { activation: 'proxied', listen: 'socket' },
      'long domain': { domains: ['shop.example.com', longDomain] },
      suspended: { suspended: true },
      limits: { limits: { memoryMax: 64 * 1024 ** 2, cpuQuota: 50, tasksMax: 32 } },
    }).map(([title, wish]) => [`${scope} ${title}`, tenantOf({ ...wish, scope })] as const),
  ),
)

/** A machine on which another tenant lives, and strangers. */
export const inhabitedWorld = async (): Promise<World> => {
  const { host, world } = createFakeHost()
  world.putFile('/etc/systemd/system/backup.service', { text: '[Service]\nExecStart=/bin/true\n' })
  world.putFile('/var/lib/pilot/tenants/stray', { kind: 'directory', mode: 0o755, uid: 1000, gid: 1000 })
  await converge(neighbour, host)
  return world.clone()
}

export const neighbour = tenantOf(
  {
    name: 'neighbour',
    domains: ['neighbour.example.com', `${'n'.repeat(60)}.${'b'.repeat(60)}.example.com`],
  },
  firstTenantUid,
)
