import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { host, shell } from './support/pilot.ts'

const golden = join(import.meta.dirname, '../../packages/render/test/golden')

describe('systemd-analyze verify', () => {
  it('has nothing to say about the packaged units', async () => {
    const verified = await host.exec([
      ...['systemd-analyze', 'verify', '--man=no'],
      ...['pilot@trial.socket', 'pilot@trial.service', 'pilot-proxy@trial.service'],
      ...['pilot-agent.socket', 'pilot-agent.service', 'caddy.service'],
    ])

    expect(verified.stderr).toBe('')
    expect(verified.exitCode).toBe(0)
  })

  it('has nothing to say about any golden variant', async () => {
    const variants = await readdir(golden)
    expect(variants.length).toBeGreaterThan(4)
    await mkdir(join(host.rootDirectory, '/root/golden'), { recursive: true })
    await cp(golden, join(host.rootDirectory, '/root/golden'), { recursive: true })

    const said = await shell(`cd /root/golden; for variant in */; do
      (cd "$variant"; units=$(find . -name '*.service' -o -name '*.socket'); [ -z "$units" ] || systemd-analyze verify --man=no $units 2>&1) | sed "s|^|$variant |"
    done`)

    expect(said).toBe('')
  })
})
