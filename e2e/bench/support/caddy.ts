import type { Bench } from './bench.ts'

/**
 * A Caddy with one site, in a process of its own, so that a request to it passes none of Pilot's routes and shares
 * nothing with another site. The site has a name, as those of a machine with more than one.
 */
export const startCaddy = async ({ host, run }: Bench, name: string, site: string): Promise<void> => {
  const file = `/etc/bench/${name}.Caddyfile`
  await run('mkdir', '-p', '/etc/bench')
  await host.run(['tee', file], { input: `{\n\tadmin off\n\tauto_https off\n}\n${site}\n` })
  await run(
    ...[
      'systemd-run',
      '--quiet',
      `--unit=${unitOf(name)}`,
      '--property=Type=notify',
      '--property=User=caddy',
    ],
    ...['--setenv=HOME=/var/lib/caddy', 'caddy', 'run', `--config=${file}`, '--adapter=caddyfile'],
  )
}

export const stopCaddy = ({ run }: Bench, name: string): Promise<string> =>
  run('systemctl', 'stop', unitOf(name))

const unitOf = (name: string): string => `bench-caddy-${name}.service`
