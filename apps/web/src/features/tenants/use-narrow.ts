import { useSyncExternalStore } from 'react'

/** True below 640 px, as Tailwind's max-sm; false on the server, where the window is not known. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow, () => false)

const narrow = '(width < 40rem)'

const isNarrow = (): boolean => window.matchMedia(narrow).matches

const subscribe = (onChange: () => void): (() => void) => {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
