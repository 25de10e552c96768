import { Domain } from '@pilot/contract'
import { expect, test } from 'vitest'
import { addPilot, planRoutes, renderDomainRoute } from '../src/index.ts'

const options = { admin: 'unix//run/caddy/admin.sock' }
const debian = {
  listen: [':80'],
  routes: [
    {
      handle: [
        { handler: 'vars', root: '/usr/share/caddy' },
        { handler: 'file_server', hide: ['/etc/caddy/Caddyfile'] },
      ],
    },
  ],
}
const site = {
  match: [{ host: ['own.example.com'] }],
  handle: [{ handler: 'static_response', body: 'own' }],
  terminal: true,
}

test("Debian's example page is shut off by a 404, and stays in the configuration", () => {
  const routes = routesOf(addPilot(configOf({ srv0: debian }), options), 'srv0')
  expect(routes.slice(0, -1).map((route) => (route as { '@id': string })['@id'])).toEqual([
    'pilot-srv0.0',
    'pilot-srv0.1',
    'pilot-srv0.2',
  ])
  expect(JSON.stringify(routes.at(-2))).toContain('"status_code":404')
  expect(routes.slice(-1)).toEqual(debian.routes)
})

test.each([
  ['the example page', debian.routes, false],
  ["the admin's own", [site], true],
])('beside %s, whether a socket is tried only of a known domain is %3$s', (_, routes, isFirst) => {
  const text = JSON.stringify(routesOf(addPilot(configOf({ srv0: { ...debian, routes } }), options), 'srv0'))
  // A request that was tried at a socket has no body any more for another site.
  expect(text.indexOf('"file":') < text.indexOf('by-domain/{http.request.host}.sock')).toBe(isFirst)
})

test('every connection to a program is kept for less than a second, and more than two of them', () => {
  const route = renderDomainRoute(Domain.parse('long.example.com'), '/run/pilot/tenants/long.sock')
  const text = JSON.stringify([
    route,
    addPilot(configOf({ srv0: debian }), { ...options, webDomain: 'pilot.example.com' }),
  ])
  const kept = '"keep_alive":{"idle_timeout":"250ms","max_idle_conns_per_host":64}'
  expect(text.split('"handler":"reverse_proxy"')).toHaveLength(4)
  expect(text.split(kept)).toHaveLength(4)
})

test("hosts of the admin's own sites fall through", () => {
  const routes = routesOf(addPilot(configOf({ srv0: { listen: [':80'], routes: [site] } }), options), 'srv0')
  expect(JSON.stringify(routes)).not.toContain('404')
  expect(routes.at(-1)).toEqual(site)
})

test('a server for plain HTTP is made where there is none, and other ports stay as they are', () => {
  const other = { listen: [':9000'], routes: [site] }
  const config = addPilot(
    configOf({ srv0: { listen: ['0.0.0.0:443'], routes: [site] }, srv1: other }),
    options,
  )
  expect(config).toHaveProperty('apps.http.servers.pilot.listen', [':80'])
  expect(config).toHaveProperty('apps.http.servers.srv1', other)
  expect(routesOf(config, 'srv0')[0]).toHaveProperty('@id', 'pilot-srv0.0')
})

test.each([
  ['nothing', undefined],
  ["Debian's page", configOf({ srv0: debian })],
  ['own sites', configOf({ srv0: { listen: [':443'], routes: [site] } })],
])('added twice to %s is the same as once, and then nothing is left to do', (_, config) => {
  const long = Domain.parse(`${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`)
  const all = { ...options, domainRoutes: [renderDomainRoute(long, '/run/pilot/tenants/shop.sock')] }
  const once = addPilot(config, all)
  expect(addPilot(once, all)).toEqual(once)
  expect(planRoutes(once, all)).toEqual([])
  expect(planRoutes(config, all).length).toBeGreaterThan(0)
})

test("a long domain's route has no host matcher, by which Caddy would switch on automatic HTTPS", () => {
  const long = Domain.parse(`${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`)
  const config = addPilot(configOf({ srv0: debian }), {
    ...options,
    domainRoutes: [renderDomainRoute(long, '/run/pilot/tenants/shop.sock')],
  })
  expect(JSON.stringify(config)).toContain('/run/pilot/tenants/shop.sock')
  expect(JSON.stringify(config)).not.toContain('"host":')
})

test("the web interface stands before every tenant's route, also before one of the same domain", () => {
  const long = Domain.parse(`${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`)
  const config = addPilot(configOf({ srv0: debian }), {
    ...options,
    webDomain: long,
    domainRoutes: [renderDomainRoute(long, '/run/pilot/tenants/shop.sock')],
  })
  const text = JSON.stringify(routesOf(config, 'srv0'))
  expect(text.indexOf('unix//run/pilot/web/web.sock')).toBeGreaterThan(0)
  expect(text.indexOf('unix//run/pilot/web/web.sock')).toBeLessThan(text.indexOf('tenants/shop.sock'))
  expect(text).not.toContain('"host":')
})

test('without a domain for it, the web interface has no route', () => {
  const config = addPilot(configOf({ srv0: debian }), { ...options, webDomain: undefined })
  expect(JSON.stringify(config)).not.toContain('web.sock')
})

test('another domain of the web interface is a change to be told to Caddy', () => {
  const config = addPilot(configOf({ srv0: debian }), { ...options, webDomain: 'pilot.localhost' })
  expect(planRoutes(config, { ...options, webDomain: 'panel.example.com' })).toHaveLength(1)
})

test("what means more to a regular expression is taken as it is written in the web interface's domain", () => {
  const config = addPilot(configOf({ srv0: debian }), { ...options, webDomain: 'a.b*c|(' })
  expect(JSON.stringify(config)).toContain(JSON.stringify({ pattern: '^a\\.b\\*c\\|\\((?::[0-9]*)?$' }))
})

test('a lost route is put back into its server alone', () => {
  const config = addPilot(configOf({ srv0: debian }), options)
  expect(planRoutes(configOf({ srv0: debian }), options)).toEqual([
    {
      method: 'patch',
      path: '/config/apps/http/servers/srv0',
      value: { ...debian, routes: routesOf(config, 'srv0') },
    },
  ])
})

function configOf(servers: unknown): unknown {
  return { apps: { http: { servers } } }
}

const routesOf = (config: unknown, server: string): readonly unknown[] => {
  const { apps } = config as { apps: { http: { servers: Record<string, { routes: unknown[] }> } } }
  return apps.http.servers[server]?.routes ?? []
}
