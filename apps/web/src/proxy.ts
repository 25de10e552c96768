import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from './server/content-security-policy.ts'
import { isOwnHost, isSecure } from './server/origin.ts'

/** Runs before each page: the host must be ours, and scripts get a nonce that holds for this answer alone. */
export const proxy = (request: NextRequest): NextResponse => {
  if (!isOwnHost(request.headers)) return new NextResponse(null, { status: 421 })
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, { development: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  // Next takes the nonce from here and sets it on its own scripts.
  headers.set('content-security-policy', policy)
  headers.set('x-pilot-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  if (isSecure(request.headers)) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

// Not for the bridge, which checks more and must not have its bodies copied, nor for files of the build.
export const config = { matcher: ['/((?!api/|_next/static/).*)'] }
