'use client'

import type { BrowserClient } from '@pilot/api/client/browser'
import type { Comparison, ComparisonEvent } from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { goToSignIn, isSignInRequired } from '../../client/sign-in-again.ts'
import { applyComparisonEvent, beginRun, type ComparisonRun } from './comparison-run.ts'

/** Tells how a comparison goes while it runs, from wherever it is; reads all of it again when it has ended. */
export const useFollowComparison = ({ id, state, results }: Comparison): ComparisonRun => {
  const agent = useAgent()
  const cache = useQueryClient()
  const [told, setTold] = useState<ComparisonRun>(() => beginRun([]))
  const running = state === 'running'
  useEffect(() => {
    if (!running) return
    const controller = new AbortController()
    const { signal } = controller
    follow({ agent, id, signal }, (event) => {
      setTold((run) => applyComparisonEvent(run, event))
      if (event.event !== 'finished') return
      void cache.invalidateQueries({ queryKey: queryKeys.comparison(id) })
      void cache.invalidateQueries({ queryKey: queryKeys.comparisons })
    }).catch((error: unknown) => {
      if (isSignInRequired(error)) goToSignIn()
      // Whatever else ended it, such as its removal, is told by what is read now.
      else if (!signal.aborted) void cache.invalidateQueries({ queryKey: queryKeys.comparison(id) })
    })
    return () => controller.abort()
  }, [agent, cache, id, running])
  return { ...told, results: new Map([...beginRun(results).results, ...told.results]) }
}

interface Followed {
  readonly agent: BrowserClient
  readonly id: string
  readonly signal: AbortSignal
}

/** Until it has ended: a stream that breaks off, as when the agent starts anew, is taken up again. */
const follow = async (
  { agent, id, signal }: Followed,
  onEvent: (event: ComparisonEvent) => void,
): Promise<void> => {
  for (;;) {
    try {
      for await (const event of agent.followComparison({ id }, signal)) {
        onEvent(event)
        if (event.event === 'finished') return
      }
    } catch (error) {
      if (isSignInRequired(error)) throw error
    }
    await pause(1000, signal)
    signal.throwIfAborted()
    const { state } = await agent.comparison({ id }, signal).catch(unknown)
    if (state !== null && state !== 'running') throw new Error('it ended while nobody listened')
  }
}

/** For as long as the agent is away; one that was removed is not waited for. */
const unknown = (error: unknown): { state: null } => {
  if (problemOf(error).code !== 'service-down') throw error
  return { state: null }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
