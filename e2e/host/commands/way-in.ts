import type { Host } from '../host.ts'

/**
 * What to do to get into the web interface, by the forwarded port: a fresh one-time link as long as the operator
 * `admin` has set no password, and from then on how to come by another.
 */
export const wayIn = async (host: Host, port: number): Promise<string> => {
  const { stdout } = await host.exec(['pilot', 'operator', 'list', '--json'])
  const operators = JSON.parse(stdout || '[]') as { readonly name: string; readonly state: string }[]
  const admin = operators.find(({ name }) => name === 'admin')
  if (admin?.state === 'active')
    return 'Sign in as admin. A new password: ./pilot operator reset admin, and take this port into its link.'
  const make = admin ? ['reset', 'admin'] : ['add', 'admin', '--role=admin']
  const made = await host.run(['pilot', 'operator', ...make, '--json'])
  const { url, expiresAt } = JSON.parse(made) as { readonly url: string; readonly expiresAt: string }
  return `Set the password of admin, once, until ${until(expiresAt)}:\n  ${throughPort(url, port)}`
}

const throughPort = (url: string, port: number): string => {
  const forwarded = new URL(url)
  forwarded.port = String(port)
  return forwarded.href
}

const until = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`
