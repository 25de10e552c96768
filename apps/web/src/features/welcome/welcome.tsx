'use client'

import { createBrowserClient } from '@pilot/api/client/browser'
import type { Problem } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { problemOf } from '../../client/problem-of.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { SetFirstPassword, type Invitation } from './set-first-password.tsx'
import { OfferSecondFactor } from './offer-second-factor.tsx'

/** Where a one-time link leads: sets the password, then offers a second factor. */
export const Welcome = () => {
  const t = useTranslations('access')
  const [signedIn, setSignedIn] = useState(false)
  const invitation = useInvitation()
  return (
    <>
      <h1 className="pb-2 text-xl font-semibold tracking-tight">{t('welcomeTitle')}</h1>
      {signedIn ? (
        <OfferSecondFactor />
      ) : invitation === 'missing' ? (
        <EmptyState title={t('noToken')} />
      ) : invitation === 'loading' ? (
        <div className="flex flex-col gap-3 pt-2">
          <Skeleton className="h-8" />
          <Skeleton className="h-8" />
        </div>
      ) : 'problem' in invitation ? (
        <ProblemPanel problem={invitation.problem} />
      ) : (
        <SetFirstPassword invitation={invitation} onDone={() => setSignedIn(true)} />
      )}
    </>
  )
}

type Known = 'loading' | 'missing' | Invitation | { readonly problem: Problem }

// The token is the fragment of the address, which no server ever sees; what the browser keeps of it goes at once.
const useInvitation = (): Known => {
  const [known, setKnown] = useState<Known>('loading')
  useEffect(() => {
    const read = async (token: string): Promise<Known> => {
      if (token === '') return 'missing'
      try {
        return { token, ...(await createBrowserClient('/api/trpc').describeLink({ token })) }
      } catch (error) {
        return { problem: problemOf(error) }
      }
    }
    const take = (): void => {
      const token = decodeURIComponent(window.location.hash.slice(1)) || takenToken
      takenToken = token
      if (window.location.hash !== '') window.history.replaceState(window.history.state, '', '/welcome')
      void read(token).then(setKnown)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return known
}

let takenToken = ''
