import { execa } from 'execa'
import { runEngine } from '../run-engine.ts'
import type { Engine } from './engine.ts'

/** The machine's own docker: its daemon has one storage for all, so what is ours bears a label. */
export const docker = (): Engine => ({
  variant: 'docker',
  findMissing: async () => {
    const version = await execa('docker', ['--version'], { reject: false })
    if (version.failed) return { code: 'engine-missing', engine: 'docker' }
    // podman-docker calls itself docker too.
    if (!version.stdout.startsWith('Docker version')) return { code: 'docker-is-podman' }
    const answer = await execa('docker', ['info', '--format', '{{.ServerVersion}}'], {
      reject: false,
      timeout: 20_000,
    })
    return answer.failed ? { code: 'docker-silent' } : undefined
  },
  open: async () => [],
  run: (args, input) => runEngine('docker', args, { env: {}, input }),
  relax: async () => undefined,
  removeCommand: ['rm', '--force'],
  daemonNames: ['dockerd', 'containerd'],
  close: async () => undefined,
})
