'use client'

import type { WatchEvent } from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useAgent } from './agent.ts'
import { mergeChanges } from './merge-changes.ts'
import { queryKeys } from './query-keys.ts'
import { watchAgent, type Connection } from './watch-agent.ts'

type Listener = (event: WatchEvent) => void

interface Watch {
  readonly connection: Connection
  readonly listeners: Set<Listener>
}

const Context = createContext<Watch | null>(null)

const useWatch = (): Watch => {
  const watch = useContext(Context)
  if (watch === null) throw new Error('there is no WatchProvider above')
  return watch
}

/** Whether live changes arrive: `connecting`, `open`, `lost` or `offline`. */
export const useConnection = (): Connection => useWatch().connection

/** Calls back for each change of any tenant, while the component is there. */
export const useTenantChanges = (onChange: Listener): void => {
  const { listeners } = useWatch()
  const tell = useEffectEvent(onChange)
  useEffect(() => {
    const listener: Listener = (event) => tell(event)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [listeners])
}

/** Holds the one stream of changes for all pages, and keeps the query cache up to date by it. */
export const WatchProvider = ({ children }: { children: ReactNode }) => {
  const agent = useAgent()
  const cache = useQueryClient()
  const [connection, setConnection] = useState<Connection>('connecting')
  const [listeners] = useState(() => new Set<Listener>())
  const refresh = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const refreshListsSoon = (): void => {
      // Many tenants made at once are one refresh a second, not one for each.
      refresh.current ??= setTimeout(() => {
        refresh.current = undefined
        void cache.invalidateQueries({ queryKey: queryKeys.lists })
      }, 1000)
    }
    const stop = watchAgent(agent, {
      onConnection: setConnection,
      onStands: () => void cache.invalidateQueries(),
      onEvent: (event) => {
        if (mergeChanges(cache, event)) refreshListsSoon()
        for (const listener of listeners) listener(event)
      },
    })
    return () => {
      stop()
      clearTimeout(refresh.current)
      refresh.current = undefined
    }
  }, [agent, cache, listeners])

  const watch = useMemo(() => ({ connection, listeners }), [connection, listeners])
  return <Context value={watch}>{children}</Context>
}
