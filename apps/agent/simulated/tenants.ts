import type { PilotService } from '@pilot/api/service'
import { CreateTenantInput, TenantName } from '@pilot/contract'
import { caller, never } from './caller.ts'

/** So many tenants: the first ones with names and settings of their own, the rest numbered. */
export const addTenants = async (service: PilotService, count: number): Promise<void> => {
  for (const input of inputs.slice(0, count)) await finish(service.createTenant(input, caller, never))
  const rest = count - inputs.length
  if (rest > 0) await finish(service.createMany({ count: rest, prefix: 'class-' }, caller, never))
  if (count > 2) await finish(service.suspend({ name: TenantName.parse('archive') }, caller, never))
}

const inputs = [
  { name: 'shop', domains: ['shop.localhost', 'shop.example.com'], limits: { memoryMax: 256 * 1024 ** 2 } },
  { name: 'archive', idle: 60_000 },
  {
    name: 'blog',
    command: ['/usr/bin/python3', '-m', 'http.server'],
    environment: { SITE: 'blog', API_KEY: 'not a real key' },
  },
  { name: 'crasher', command: ['/opt/apps/crasher'] },
].map((input) => CreateTenantInput.parse(input))

const finish = async (events: AsyncIterable<unknown>): Promise<void> => {
  await Array.fromAsync(events)
}
