'use client'

import { useCallback, useState } from 'react'

export interface Selection {
  readonly names: ReadonlySet<string>
  /** Changes whether one is chosen; ranges begin there. */
  readonly toggle: (name: string, index: number) => void
  readonly add: (names: readonly string[]) => void
  readonly clear: () => void
  /** The row that was chosen last; null where none was. */
  readonly anchor: number | null
}

/** Which tenants are chosen, by name, so that they stay chosen while rows come and go. */
export const useSelection = (): Selection => {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<number | null>(null)
  const toggle = useCallback((name: string, index: number) => {
    setAnchor(index)
    setNames((names) =>
      names.has(name) ? new Set([...names].filter((other) => other !== name)) : new Set([...names, name]),
    )
  }, [])
  const add = useCallback((more: readonly string[]) => setNames((names) => new Set([...names, ...more])), [])
  const clear = useCallback(() => {
    setNames(new Set())
    setAnchor(null)
  }, [])
  return { names, toggle, add, clear, anchor }
}
