'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { Tooltip } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { Toaster } from '../components/toaster.tsx'

/** What every page may use: the query cache, state in the address, tooltips and toasts. */
export const Providers = ({ children }: { children: ReactNode }) => {
  const [cache] = useState(createCache)
  return (
    <QueryClientProvider client={cache}>
      <NuqsAdapter>
        <Tooltip.Provider delayDuration={300}>
          <Toaster>{children}</Toaster>
        </Tooltip.Provider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}

// What is kept is kept up to date by the live changes, and read again whenever those were away. A browser that knows of
// no network reaches its own machine all the same, so nothing waits for one (TanStack Query, Network Mode).
const createCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
