'use client'

import type { BrowserClient } from '@pilot/api/client/browser'
import type { OperationEvent, Problem } from '@pilot/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAgent } from './agent.ts'
import { applyEvents, idleRun, type OperationRun } from './operation-run.ts'
import { problemOf } from './problem-of.ts'
import { goToSignIn, isSignInRequired } from './sign-in-again.ts'

export type Operation = (agent: BrowserClient, signal: AbortSignal) => AsyncIterable<OperationEvent>

interface OperationControl {
  readonly run: OperationRun
  /** Begins it, and resolves with how it ended. Never throws: what stopped it is the run's `problem`. */
  readonly start: (operation: Operation) => Promise<OperationRun>
  /** Stops listening; what the agent has begun it finishes. */
  readonly leave: () => void
  readonly reset: () => void
}

/** Runs one operation at a time and tells how it goes: `start((agent, signal) => agent.createTenant(input, signal))`. */
export const useOperation = (): OperationControl => {
  const agent = useAgent()
  const [run, setRun] = useState(idleRun)
  const current = useRef<AbortController>(undefined)

  const leave = useCallback(() => current.current?.abort(), [])
  useEffect(() => leave, [leave])

  const start = useCallback(
    async (operation: Operation): Promise<OperationRun> => {
      leave()
      const controller = new AbortController()
      current.current = controller
      const publish = (next: OperationRun): OperationRun => {
        if (current.current === controller) setRun(next)
        return next
      }
      return follow(operation(agent, controller.signal), controller.signal, publish)
    },
    [agent, leave],
  )

  const reset = useCallback(() => {
    leave()
    current.current = undefined
    setRun(idleRun)
  }, [leave])

  return { run, start, leave, reset }
}

const follow = async (
  events: AsyncIterable<OperationEvent>,
  signal: AbortSignal,
  publish: (run: OperationRun) => OperationRun,
): Promise<OperationRun> => {
  let run = publish({ ...idleRun, tenants: new Map(), state: 'running' })
  let waiting: OperationEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (end: Partial<OperationRun> = {}): OperationRun => {
    clearTimeout(timer)
    timer = undefined
    run = publish({ ...applyEvents(run, waiting), ...end })
    waiting = []
    return run
  }
  try {
    for await (const event of events) {
      waiting.push(event)
      // Thousands of steps a second are a few pictures of them a second.
      timer ??= setTimeout(() => show(), 60)
    }
    show()
    if (run.state !== 'running') return run
    return signal.aborted ? show({ state: 'idle' }) : show({ state: 'failed', problem: cutOff })
  } catch (error) {
    if (isSignInRequired(error)) goToSignIn()
    return show({ state: 'failed', problem: problemOf(error) })
  }
}

const cutOff: Problem = { code: 'service-down', service: 'pilot-agent', detail: 'the answer broke off' }
