'use client'

import type { LogLine, LogsQuery, Problem } from '@pilot/contract'
import { useEffect, useReducer } from 'react'
import { useAgent } from '../../../client/agent.ts'
import { appendLines, emptyLogBuffer, noteOutage, type LogBuffer, type Outage } from './log-buffer.ts'

/** How many lines a page holds; older ones go. */
const mostLines = 20_000

export interface FollowedLogs {
  readonly buffer: LogBuffer
  /** `waiting` before the first answer. */
  readonly stream: 'waiting' | 'open' | 'lost'
  readonly problem: Problem | null
}

/** The journal as it is written, as long as the component is there; another query begins anew. */
export const useFollowedLogs = (query: LogsQuery): FollowedLogs & { clear: () => void } => {
  const agent = useAgent()
  const [state, change] = useReducer(reduce, nothing)
  const key = JSON.stringify(query)
  useEffect(() => {
    const followed = JSON.parse(key) as LogsQuery
    let waiting: LogLine[] = []
    let frame: ReturnType<typeof setTimeout> | undefined
    let lostAt: number | undefined
    let stood = false
    let leave: (() => void) | undefined
    let retry: ReturnType<typeof setTimeout> | undefined

    const show = (): void => {
      frame = undefined
      change({ kind: 'lines', lines: waiting })
      waiting = []
    }
    const arrive = (): void => {
      stood = true
      change({ kind: 'open', ...(lostAt === undefined ? {} : { outage: { from: lostAt, to: Date.now() } }) })
      lostAt = undefined
    }
    const lose = (problem: Problem | null): void => {
      lostAt ??= Date.now()
      change({ kind: 'lost', problem })
    }
    const listen = (): void => {
      leave = agent.listen('followLogs', followed, {
        onItem: (line) => {
          waiting.push(line)
          // A program that writes thousands of lines a second is drawn ten times a second.
          frame ??= setTimeout(show, 100)
        },
        onState: (stream) => {
          if (stream === 'open') arrive()
          else if (stood) lose(null)
        },
        onProblem: ({ problem }) => {
          lose(problem)
          leave?.()
          retry = setTimeout(listen, 2000)
        },
      })
    }
    change({ kind: 'begin' })
    listen()
    return () => {
      leave?.()
      clearTimeout(frame)
      clearTimeout(retry)
    }
  }, [agent, key])
  return { ...state, clear: () => change({ kind: 'begin' }) }
}

type Happening =
  | { readonly kind: 'begin' }
  | { readonly kind: 'open'; readonly outage?: Outage }
  | { readonly kind: 'lost'; readonly problem: Problem | null }
  | { readonly kind: 'lines'; readonly lines: readonly LogLine[] }

const nothing: FollowedLogs = { buffer: emptyLogBuffer, stream: 'waiting', problem: null }

const reduce = (state: FollowedLogs, happening: Happening): FollowedLogs => {
  switch (happening.kind) {
    case 'begin':
      return nothing
    case 'open':
      return {
        buffer: happening.outage === undefined ? state.buffer : noteOutage(state.buffer, happening.outage),
        stream: 'open',
        problem: null,
      }
    case 'lost':
      return { ...state, stream: 'lost', problem: happening.problem }
    case 'lines':
      return { ...state, buffer: appendLines(state.buffer, happening.lines, mostLines) }
  }
}
