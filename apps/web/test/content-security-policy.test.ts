import { NextRequest } from 'next/server.js'
import { describe, expect, it } from 'vitest'
import { proxy } from '../src/proxy.ts'

const ask = (headers: Record<string, string> = {}) =>
  proxy(new NextRequest('http://pilot.localhost/', { headers: { host: 'pilot.localhost:8080', ...headers } }))
const directives = (): Map<string, string> =>
  new Map(
    (ask().headers.get('content-security-policy') ?? '').split('; ').map((text) => {
      const [name = '', ...sources] = text.split(' ')
      return [name, sources.join(' ')]
    }),
  )

describe('the policy of a page', () => {
  it('lets scripts run by this answer’s nonce alone, and evaluates no text', () =>
    expect(directives().get('script-src')).toMatch(/^'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/))

  it('has a nonce that no other answer has', () =>
    expect(new Set(Array.from({ length: 50 }, () => directives().get('script-src'))).size).toBe(50))

  it('allows nothing that it does not name, and nothing from elsewhere', () => {
    expect(directives().get('default-src')).toBe("'none'")
    expect([...directives().values()].join(' ')).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(directives().get('frame-ancestors')).toBe("'none'")
    expect(directives().get('base-uri')).toBe("'none'")
    expect(directives().get('form-action')).toBe("'self'")
  })

  it('takes style elements only with the nonce', () =>
    expect(directives().get('style-src-elem')).toMatch(/^'self' 'nonce-[\w+/=]+'$/))
})

it('a page is answered only under our own host', () => {
  expect(ask({ host: 'evil.example' }).status).toBe(421)
  expect(ask().status).toBe(200)
})

it('a page is not kept by any cache, and https stays https', () => {
  expect(ask().headers.get('cache-control')).toBe('no-store')
  expect(ask().headers.get('strict-transport-security')).toBeNull()
  expect(ask({ 'x-forwarded-proto': 'https' }).headers.get('strict-transport-security')).toMatch(/^max-age=/)
})
