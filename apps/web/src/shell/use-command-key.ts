import { useSyncExternalStore } from 'react'

/** The key that opens the palette, as this keyboard names it. */
export const useCommandKey = (): string =>
  useSyncExternalStore(
    () => () => undefined,
    () => (/\bMac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'),
    () => 'Ctrl K',
  )
