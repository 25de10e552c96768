'use client'

import { createBrowserClient, type BrowserClient } from '@pilot/api/client/browser'
import { isSignInRequired, goToSignIn } from './sign-in-again.ts'

/** The agent, as pages call it. Whatever is called: without a session the reader is led to the sign-in page. */
export const useAgent = (): BrowserClient => agent

const client = createBrowserClient('/api/trpc')

const agent = new Proxy(client, {
  get: (target, name) => {
    const method = Reflect.get(target, name) as (...rest: unknown[]) => unknown
    return (...rest: unknown[]): unknown => {
      const answer = method(...rest)
      if (answer instanceof Promise) answer.catch(leaveWithoutSession)
      return answer
    }
  },
})

const leaveWithoutSession = (error: unknown): void => {
  if (isSignInRequired(error)) goToSignIn()
}
