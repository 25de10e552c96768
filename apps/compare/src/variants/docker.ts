import { execa } from 'execa'
import { runEngine } from '../run-engine.ts'
import type { Engine } from './engine.ts'

/** The machine's own docker: its daemon has one storage for all, so what is ours bears a label. */
export const docker = (): Engine => ({
  variant: 'docker',
  findMissing: async () => {
    const version = await execa('docker', ['--version'], { reject: false })
    if (version.failed) return 'docker is not installed.'
    // podman-docker calls itself docker too.
    if (!version.stdout.startsWith('Docker version')) return 'docker is podman by another name here.'
    const answer = await execa('docker', ['info', '--format', '{{.ServerVersion}}'], {
      reject: false,
      timeout: 20_000,
    })
    return answer.failed ? 'docker is installed, but its daemon does not answer.' : undefined
  },
  open: async () => [],
  run: (args, input) => runEngine('docker', args, { env: {}, input }),
  relax: async () => undefined,
  removeCommand: ['rm', '--force'],
  daemonNames: ['dockerd', 'containerd'],
  close: async () => undefined,
})
