import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { host, mustPilot, purge, run, shell } from './support/pilot.ts'

const golden = join(import.meta.dirname, '../../packages/render/test/golden')

interface Spec {
  readonly command?: readonly [string, ...string[]]
}

afterAll(() => purge('trial'))

describe('systemd-analyze verify', () => {
  it('has nothing to say about the packaged units', async () => {
    await mustPilot('create-tenant', '--name=trial')

    const verified = await host.exec([
      'systemd-analyze',
      'verify',
      '--man=no',
      'pilot@trial.socket',
      'pilot@trial.service',
      'pilot-proxy@trial.service',
      'pilot-agent.socket',
      'pilot-agent.service',
      'caddy.service',
      'pilot-favordynmods.service',
    ])

    expect(verified.stderr).toBe('')
    expect(verified.exitCode).toBe(0)
  })

  it('has nothing to say about any golden variant', async () => {
    const variants = (await readdir(golden)).filter((variant) => variant !== 'package')
    expect(variants.length).toBeGreaterThan(4)
    await mkdir(join(host.rootDirectory, '/root/golden'), { recursive: true })
    await cp(golden, join(host.rootDirectory, '/root/golden'), { recursive: true })

    for (const variant of variants) {
      const { command } = JSON.parse(await readFile(join(golden, variant, 'spec.json'), 'utf8')) as Spec
      if (command) await shell(`[ -e '${command[0]}' ] || install -D /bin/true '${command[0]}'`)
      expect(
        await shell(variant.startsWith('user-') ? verifyUser(variant) : verifySystem(variant)),
        variant,
      ).toBe('')
    }
  })
})

describe('pilot-favordynmods.service', () => {
  const mount = (): Promise<string> => run('findmnt', '-no', 'OPTIONS', '/sys/fs/cgroup')

  it('is not enabled, and in a container fails, says why, and changes nothing', async () => {
    const before = await mount()
    const enabled = await host.exec(['systemctl', 'is-enabled', 'pilot-favordynmods.service'])
    expect(enabled.stdout.trim()).toBe('disabled')

    expect((await host.exec(['systemctl', 'start', 'pilot-favordynmods.service'])).exitCode).not.toBe(0)

    expect(await run('journalctl', '-o', 'cat', '-u', 'pilot-favordynmods.service')).toContain(
      'A container cannot switch it; switch it on the machine that it runs on.',
    )
    expect(await mount()).toBe(before)
    await run('systemctl', 'reset-failed', 'pilot-favordynmods.service')
  })
})

/** The packaged templates with the drop-ins of this variant, as units of the tenant `shop` that they were rendered for. */
const verifySystem = (variant: string): string => `
  units=$(mktemp -d); cd "$units"; cp /root/golden/package/* .
  for kind in service socket; do
    if [ -e /root/golden/${variant}/$kind.d.conf ]; then
      mkdir pilot@shop.$kind.d; cp /root/golden/${variant}/$kind.d.conf pilot@shop.$kind.d/50-pilot.conf
    fi
  done
  SYSTEMD_UNIT_PATH="$units:" systemd-analyze verify --man=no pilot@shop.socket pilot@shop.service 2>&1 || echo "exit $?"`

const verifyUser = (variant: string): string => `
  cd /root/golden/${variant}; units=$(find "$PWD" -name '*.service' -o -name '*.socket')
  XDG_RUNTIME_DIR=/run SYSTEMD_UNIT_PATH="$PWD:" systemd-analyze verify --user --man=no $units 2>&1 || echo "exit $?"`
