import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { SignIn } from '../../../features/sign-in/sign-in.tsx'
import { withAgent } from '../../../server/with-agent.ts'
import { nextPath } from '../../../server/next-path.ts'
import { readSessionCookie } from '../../../server/session-cookie.ts'

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('signInTitle'),
})

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const path = nextPath(typeof next === 'string' ? next : undefined)
  const own = await headers()
  const session = readSessionCookie(own)
  if (session !== undefined) {
    const me = await withAgent(own, session, (agent) => agent.me({}))
    if ('value' in me) redirect(path)
  }
  return <SignIn next={path} />
}
