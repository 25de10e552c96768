import { expect, it } from 'vitest'
import { nextPath } from '../src/server/next-path.ts'

it.each(['/', '/tenants', '/tenants?search=a&sort=state', '/tenants/shop?tab=logs'])(
  'goes on to %s',
  (path) => expect(nextPath(path)).toBe(path),
)

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'tenants',
  '',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example/..//x y',
  '/api/session/ended?next=/',
  '/%0',
  '/ü',
  '/./\\evil.example',
  '/..//evil.example',
])('never leaves our pages for %j', (path) => {
  const url = new URL(nextPath(path), 'http://pilot.localhost')
  expect(url.host).toBe('pilot.localhost')
  expect(url.pathname.startsWith('//')).toBe(false)
  expect(url.pathname.startsWith('/api/')).toBe(false)
})
