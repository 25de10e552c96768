import { NextIntlClientProvider } from 'next-intl'
import { act, createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { Providers } from '../../src/app/providers.tsx'
import { messages } from './messages.ts'

export interface OpenPage {
  /** Does this, and waits until nothing changes by itself. */
  readonly after: (act: () => void) => Promise<void>
  readonly close: () => Promise<void>
}

/** The page as it stands once everything that it has asked for is there. */
export const openPage = async (page: ReactNode): Promise<OpenPage> => {
  const place = document.body.appendChild(document.createElement('div'))
  const errors: unknown[] = []
  const root = createRoot(place, {
    onUncaughtError: (error) => errors.push(error),
    onCaughtError: (error) => errors.push(error),
  })
  const after = async (happen: () => void): Promise<void> => {
    await act(async () => happen())
    // React draws at the end of each, and only what it has drawn asks for more.
    for (let round = 0; round < 2; round += 1) await act(() => vi.advanceTimersByTimeAsync(400))
    if (errors.length > 0) throw new Error('the page threw', { cause: errors[0] })
  }
  await after(() =>
    root.render(
      createElement(NextIntlClientProvider, {
        locale: 'de',
        messages,
        timeZone: 'UTC',
        onError: (error) => errors.push(error),
        children: createElement(Providers, null, page),
      }),
    ),
  )
  return {
    after,
    close: async () => {
      await act(async () => root.unmount())
      document.body.replaceChildren()
    },
  }
}
