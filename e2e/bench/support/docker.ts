import type { Bench } from './bench.ts'
import { image } from './podman.ts'

/** Whether the host has a docker whose daemon answers, and not podman under its name. */
export const hasDocker = async ({ host }: Bench): Promise<boolean> => {
  const version = await host.exec(['docker', '--version'])
  if (version.exitCode !== 0 || !version.stdout.startsWith('Docker version')) return false
  return (await host.exec(['docker', 'info'])).exitCode === 0
}

/** A container of podman's image, as an administrator would run it. */
export const prepareDocker = ({ shell }: Bench, name: string, port: number): Promise<string> =>
  shell(`
    podman save localhost/${image} | docker load
    docker run --detach --name ${name} --publish 127.0.0.1:${port}:8080 --env PORT=8080 localhost/${image}`)

export const removeDocker = ({ run }: Bench, name: string): Promise<string> =>
  run('docker', 'rm', '--force', name)
