import { useEffect, useEffectEvent, type KeyboardEvent as ReactKeyboardEvent, type RefObject } from 'react'

interface ListKeys {
  readonly total: number
  readonly current: number
  /** Rows that fit into the window. */
  readonly perWindow: number
  readonly onMove: (index: number) => void
  readonly onChoose: (range: boolean) => void
  readonly onOpen: () => void
  readonly onClear: () => void
}

/** The keys of the list: arrows or j and k, Page, Home and End, x or Space, Enter, Escape. */
export const useListKeys =
  ({ total, current, perWindow, onMove, onChoose, onOpen, onClear }: ListKeys) =>
  (event: ReactKeyboardEvent): void => {
    // Within a row the keys belong to what has the focus there.
    if (!(event.target instanceof Element) || event.target.getAttribute('role') !== 'row') return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = moves(total, current, perWindow)[event.key]
    if (to !== undefined) {
      onMove(Math.min(total - 1, Math.max(0, to)))
      if (event.shiftKey && event.key.startsWith('Arrow')) onChoose(true)
    } else if (event.key === 'x' || event.key === ' ') onChoose(false)
    else if (event.key === 'X') onChoose(true)
    else if (event.key === 'Enter') onOpen()
    else if (event.key === 'Escape') onClear()
    else return
    event.preventDefault()
  }

const moves = (total: number, current: number, perWindow: number): Record<string, number> => ({
  ArrowDown: current + 1,
  j: current + 1,
  ArrowUp: current - 1,
  k: current - 1,
  PageDown: current + perWindow,
  PageUp: current - perWindow,
  Home: 0,
  End: total - 1,
})

/** `/` anywhere on the page puts the focus into the search, except where somebody writes. */
export const useSearchKey = (input: RefObject<HTMLInputElement | null>): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    event.preventDefault()
    input.current?.focus()
    input.current?.select()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null
