'use client'

import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useState } from 'react'
import { useNarrow } from './use-narrow.ts'

interface RowWindow {
  readonly virtualizer: Virtualizer<Window, Element>
  /** How many rows a key for a whole page moves by. */
  readonly perWindow: number
  /** Given the element that holds the rows: where in the page they begin. */
  readonly placeBody: (body: HTMLDivElement | null) => void
}

// As --row of the grid: the place of a row is written in CSS, so that a phone needs no second layout after the first.
const rowHeight = 40
const rowHeightOnPhone = 56
const headHeight = 36

/** Which of `total` rows are in and around the window; `onSeen` is told whenever others are. */
export const useRowWindow = (total: number, onSeen: (first: number, last: number) => void): RowWindow => {
  const height = useNarrow() ? rowHeightOnPhone : rowHeight
  const [top, setTop] = useState(0)
  const virtualizer = useWindowVirtualizer({
    count: total,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: headHeight + 8,
    scrollPaddingEnd: 72,
    // What the server renders, before there is a window.
    initialRect: { width: 1200, height: 1000 },
    onChange: ({ range }) => {
      if (range !== null) onSeen(range.startIndex, range.endIndex)
    },
  })
  const placeBody = useCallback((body: HTMLDivElement | null) => {
    if (body !== null) setTop(body.getBoundingClientRect().top + window.scrollY)
  }, [])
  const perWindow = Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 800) - 120) / height))
  return { virtualizer, perWindow, placeBody }
}
