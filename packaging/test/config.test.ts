import { expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

it('an empty environment means the admin socket, the two usual ports, and the web interface', () => {
  expect(readConfig({})).toEqual({
    admin: 'unix//run/caddy/admin.sock',
    httpPorts: [80, 443],
    webDomain: 'pilot.localhost',
  })
})

it('ports may be separated by commas and spaces', () => {
  expect(readConfig({ PILOT_HTTP_PORTS: '8080, 8443' }).httpPorts).toEqual([8080, 8443])
})

it('an empty domain switches the web interface off', () => {
  expect(readConfig({ PILOT_WEB_DOMAIN: '' }).webDomain).toBeUndefined()
})

it.each(['http', '0', '65536', '80,', '80.5'])('"%s" is refused, and named', (ports) => {
  expect(() => readConfig({ PILOT_HTTP_PORTS: ports })).toThrow(/PILOT_HTTP_PORTS in .*pilot\.conf/)
})
