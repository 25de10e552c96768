'use client'

import type { Me } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { Theme } from '../client/theme.ts'
import { MeProvider } from '../client/me.tsx'
import { WatchProvider } from '../client/watch.tsx'
import { CommandPalette } from './palette/command-palette.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Rail } from './rail.tsx'

interface ShellProps {
  readonly me: Me
  readonly theme: Theme
  readonly children: ReactNode
}

/** What stands around each page: the rail, the palette, and whether changes arrive live. */
export const Shell = ({ me, theme, children }: ShellProps) => {
  const t = useTranslations('shell')
  const [searching, setSearching] = useState(false)
  return (
    <MeProvider me={me}>
      <WatchProvider>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-3 py-2 text-primary-ink focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <div className="flex min-h-dvh max-sm:flex-col">
          <Rail theme={theme} onSearch={() => setSearching(true)} />
          <div className="flex min-w-0 grow flex-col">
            <ConnectionBanner />
            <main
              id="content"
              tabIndex={-1}
              className="w-full px-8 py-6 outline-none max-sm:px-4 max-sm:pb-20"
            >
              {children}
            </main>
          </div>
        </div>
        <CommandPalette open={searching} onOpenChange={setSearching} />
      </WatchProvider>
    </MeProvider>
  )
}
