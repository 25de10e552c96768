'use client'

import { useSyncExternalStore } from 'react'

/**
 * False on the server and while the page takes over what the server drew, true from then on: what only the browser
 * knows, such as its time zone, is drawn then.
 */
export const useHydrated = (): boolean => useSyncExternalStore(never, yes, no)

const never = () => () => undefined
const yes = () => true
const no = () => false
