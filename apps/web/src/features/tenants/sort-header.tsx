'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../components/class-names.ts'
import type { View } from './view.ts'

interface SortHeaderProps {
  readonly sort: View['sort']
  readonly view: View
  readonly onSort: (sort: View['sort']) => void
  readonly className?: string
  readonly children: ReactNode
}

/** The head of a column that the list can be sorted by. */
export const SortHeader = ({ sort, view, onSort, className, children }: SortHeaderProps) => {
  const sorted = view.sort === sort
  const Arrow = view.desc ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? (view.desc ? 'descending' : 'ascending') : 'none'}
      className={classNames('min-w-0', className)}
    >
      <button
        type="button"
        onClick={() => onSort(sort)}
        className={classNames(
          'inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink',
          sorted && 'text-ink-2',
        )}
      >
        {children}
        <Arrow aria-hidden className={classNames('size-3', !sorted && 'invisible')} />
      </button>
    </div>
  )
}
