import { execa } from 'execa'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repository } from '../host/directories.ts'
import { openHost } from '../host/index.ts'
import { ensurePackage, installPackage } from '../host/package-file.ts'

// A host of its own: this suite kills D-Bus, and systemd-logind does not find back to a new one by itself.
const name = 'contract'
await (await openHost(name)).destroy()
const host = await openHost(name)

beforeAll(async () => {
  await host.boot()
  await installPackage(host, await ensurePackage())
  const folder = join(host.rootDirectory, '/root/contract')
  await mkdir(folder, { recursive: true })
  await execa(process.execPath, [join(repository, 'packages/host/test-linux/build.ts'), folder])
})
afterAll(() => host.destroy())

describe('the contract of packages/host, which the fakes pass in the unit tests', () => {
  it('is kept by the Linux adapters on a real host, also when services go down', async () => {
    const outcome = await host.exec(
      ['/usr/lib/pilot/bin/node', '--test-force-exit', '--test-reporter=tap', '/root/contract/contract.mjs'],
      { env: { PILOT_CADDY_ADMIN: 'unix//run/caddy/admin.sock' } },
    )

    expect(outcome.stdout.match(/^ *not ok .*$/gm), outcome.stdout.slice(-4000)).toBeNull()
    expect(outcome.exitCode).toBe(0)
    expect(Number(/^# pass (\d+)$/m.exec(outcome.stdout)?.[1])).toBeGreaterThan(40)
  })
})
