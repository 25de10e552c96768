import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { host, mustPilot, pilot, purge, run, shell } from './support/pilot.ts'
import { installPrograms, programs } from './support/programs.ts'
import { until } from './support/until.ts'
import { askSample, visit } from './support/web.ts'

const long = `${'x'.repeat(60)}.${'y'.repeat(40)}.example.com`
const server = 'http://localhost/config/apps/http/servers/trial'
const trialServer = {
  listen: [':443'],
  protocols: ['h1', 'h2', 'h2c'],
  tls_connection_policies: [{}],
  routes: [],
}

beforeAll(async () => {
  await installPrograms()
  await mustPilot(
    'create-tenant',
    '--name=shop',
    '--domain=shop.localhost,shop.example.com',
    '--domain',
    long,
  )
  // A second socket outside the folder of domains: where a traversal would like to go.
  await shell(`systemd-run --unit=secret --collect -p User=caddy /usr/lib/pilot/bin/node -e '
    require("node:http").createServer((q, r) => r.end("SECRET")).listen("/run/caddy/secret.sock")'`)
  await until(
    'the secret socket',
    () => host.exec(['test', '-S', '/run/caddy/secret.sock']),
    ({ exitCode }) => exitCode === 0,
  )
})
afterAll(async () => {
  await host.exec(['systemctl', 'stop', 'secret.service'])
  await shell('systemctl restart caddy')
  await purge('shop')
})

describe('a tenant with several domains', () => {
  it.each(['shop.localhost', 'shop.example.com', long])('answers on %s', async (domain) => {
    expect(await askSample(domain)).toMatchObject({ linux_user: 'shop' })
  })

  it.each([
    'SHOP.LocalHost',
    'shop.localhost.',
    'shop.localhost:80',
    'shop.localhost:',
    'SHOP.localhost.:80',
    'SHOP.EXAMPLE.COM.',
  ])('answers on the spelling %s', async (domain) => {
    expect(await askSample(domain)).toMatchObject({ linux_user: 'shop' })
  })

  it('answers on an added domain at once, and no longer on a removed one', async () => {
    await mustPilot('set', 'shop', '--add-domain=more.example.com')
    expect(await askSample('more.example.com')).toMatchObject({ linux_user: 'shop' })

    await mustPilot('set', 'shop', '--remove-domain=more.example.com')
    expect(await visit('more.example.com')).toMatchObject({ status: 404 })
  })

  it('keeps its domains to itself', async () => {
    const taken = await pilot('create-tenant', '--name=thief', '--domain=shop.example.com')

    expect(taken.exitCode).toBe(5)
    expect(taken.stderr).toContain('shop.example.com already belongs to the tenant shop')
    expect((await host.exec(['getent', 'passwd', 'thief'])).exitCode).not.toBe(0)
  })
})

const hostile = [
  '../../caddy/secret',
  '../tenants/shop',
  '/run/caddy/secret',
  '..',
  '.',
  '',
  'shop.localhost/../../../caddy/secret',
  '..%2f..%2fcaddy%2fsecret',
  'shop.localhost\u0000',
  '*.localhost',
  'nosuch.localhost',
  `${'long.'.repeat(40)}localhost`,
  '{env.HOME}',
  '[::1]',
  '127.0.0.1',
]

describe('a hostile authority', () => {
  it.each(hostile)('reaches no socket over HTTP/1.1: %j', async (authority) => {
    const answer = await visit(authority.replaceAll('\u0000', '%00'))

    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toMatch(/SECRET|linux_user/)
  })

  it.each([
    ['h2c', 'http://127.0.0.1:8081'],
    ['TLS h2', 'https://127.0.0.1:443'],
  ])('reaches no socket over %s', async (_, origin) => {
    await addTrialServers()
    // Caddy goes over to a new configuration while the old one still accepts; wait for the new one.
    await until(
      'the route is there',
      () => authorities(origin, 'shop.localhost'),
      ([answer]) => answer?.status === 200,
    )
    const sent = hostile.filter((authority) => !authority.includes('\u0000'))
    const [good, spelled, ...bad] = await authorities(origin, 'shop.localhost', 'SHOP.localhost.', ...sent)

    expect(good).toMatchObject({ status: 200 })
    expect(spelled).toMatchObject({ status: 200 })
    expect(bad).toHaveLength(sent.length)
    for (const answer of bad) {
      expect([0, 400, 404], JSON.stringify(answer)).toContain(answer.status)
      expect(answer.body).not.toMatch(/SECRET|linux_user/)
    }
  })
})

describe('a tenant that puts a symlink in place of its socket', () => {
  it.each(['/run/pilot/tenants/shop.sock', '/run/pilot/status/status.sock', '/run/caddy/admin.sock'])(
    'does not lead its visitors to %s',
    async (target) => {
      await mustPilot('create-tenant', '--name=hook', '--scope=user')
      await shell(
        `setpriv --reuid=hook --regid=hook --init-groups ln -sfn ${target} /run/pilot/user/hook/hook.sock`,
      )

      const answer = await visit('hook.localhost', '/')

      expect([502, 503]).toContain(answer.status)
      expect(answer.body).not.toContain('linux_user')
      await purge('hook')
    },
  )
})

describe("Caddy's configuration", () => {
  it.each(['systemctl restart caddy', 'systemctl reload caddy'])(
    'has the route again after %s, without the agent',
    async (command) => {
      await run('systemctl', 'stop', 'pilot-agent.socket', 'pilot-agent.service')
      await shell(command)

      expect(await askSample('shop.localhost')).toMatchObject({ linux_user: 'shop' })
      expect(await askSample(long)).toMatchObject({ linux_user: 'shop' })
      await run('systemctl', 'start', 'pilot-agent.socket')
    },
  )

  it('gets the route back by the next pilot command when somebody loaded another configuration', async () => {
    await shell(`echo '{"admin":{"listen":"unix//run/caddy/admin.sock"},"apps":{"http":{"servers":{"srv0":{"listen":[":80"],"routes":[]}}}}}' |
      curl -sf --unix-socket /run/caddy/admin.sock -H 'Host;' -H 'Content-Type: application/json' -d @- http://localhost/load`)
    expect((await visit('shop.localhost')).body).not.toContain('linux_user')
    expect((await pilot('check')).exitCode).toBe(8)

    await mustPilot('create-tenant', '--name=shop')

    expect(await askSample('shop.localhost')).toMatchObject({ linux_user: 'shop' })
    expect(await askSample(long)).toMatchObject({ linux_user: 'shop' })
  })

  it("leaves the admin's own sites as they are", async () => {
    await shell(`cp /etc/caddy/Caddyfile /root/Caddyfile.before
      printf 'http://own.example.com {\\n  respond /hello "my own site"\\n  respond "got {http.request.body}"\\n}\\n' > /etc/caddy/Caddyfile
      systemctl reload caddy`)

    expect(await visit('own.example.com', '/hello')).toMatchObject({ status: 200, body: 'my own site' })
    const sent = await run(...post, 'what was sent', 'http://own.example.com/')
    expect(sent).toBe('got what was sent')
    expect(await askSample('shop.localhost')).toMatchObject({ linux_user: 'shop' })
    expect(await askSample(long)).toMatchObject({ linux_user: 'shop' })

    await mustPilot('suspend', 'shop')
    expect(await visit('shop.localhost')).toMatchObject({ status: 503 })
    await mustPilot('resume', 'shop')
    await shell('cp /root/Caddyfile.before /etc/caddy/Caddyfile; systemctl reload caddy')
  })
})

const post = ['curl', '-sf', '--resolve', 'own.example.com:80:127.0.0.1', '--data-raw'] as const

/** Adds an h2c and a TLS server to the running Caddy, and has Pilot put its route there too. */
const addTrialServers = async (): Promise<void> => {
  const put = (name: string, value: unknown) =>
    shell(
      `curl -sf --unix-socket /run/caddy/admin.sock -H 'Host;' -X POST -H 'Content-Type: application/json' -d '${JSON.stringify(value)}' ${server}${name}`,
    )
  await put('h2c', { ...trialServer, listen: [':8081'], tls_connection_policies: undefined })
  await shell(
    `curl -sf --unix-socket /run/caddy/admin.sock -H 'Host;' -X POST -H 'Content-Type: application/json' -d '${JSON.stringify(
      {
        automation: { policies: [{ subjects: ['shop.localhost'], issuers: [{ module: 'internal' }] }] },
        certificates: { automate: ['shop.localhost'] },
      },
    )}' http://localhost/config/apps/tls`,
  )
  await put('tls', trialServer)
  await shell(
    `sed -i '/^PILOT_HTTP_PORTS=/d' /etc/pilot/pilot.conf; echo PILOT_HTTP_PORTS=80,443,8081 >> /etc/pilot/pilot.conf; systemctl stop pilot-agent.service`,
  )
  await mustPilot('create-tenant', '--name=shop')
}

/** What each authority gets over HTTP/2. */
const authorities = async (
  origin: string,
  ...names: string[]
): Promise<{ authority: string; status: number; body: string }[]> =>
  JSON.parse(await run('/usr/lib/pilot/bin/node', `${programs}/authorities.mjs`, origin, ...names)) as []
