import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A column of a table or a grid: its head, and how it draws a row. */
export interface Column<Row> {
  readonly key: string
  readonly head: ReactNode
  /** Only read out, where the cells say by themselves what they are. */
  readonly headHidden?: boolean
  readonly headTitle?: string
  readonly numeric?: boolean
  /** The narrowest window that shows it; left out, all do. */
  readonly from?: Width
  /** Of the head and of every cell. */
  readonly className?: string
  readonly headClassName?: string
  readonly cellClassName?: string | ((row: Row) => string | undefined)
  /** Told on hover, where a cell may be cut. */
  readonly title?: (row: Row) => string
  readonly cell: (row: Row, index: number) => ReactNode
}

type Width = 'sm' | 'md' | 'lg'

export const hiddenBelow = {
  sm: 'max-sm:hidden',
  md: 'max-md:hidden',
  lg: 'max-lg:hidden',
} as const satisfies Record<Width, string>

export type Sorted = 'ascending' | 'descending' | 'none'

interface SortButtonProps {
  readonly sorted: Sorted
  readonly onSort: () => void
  readonly children: ReactNode
}

/** The head of a column that the rows can be sorted by. */
export const SortButton = ({ sorted, onSort, children }: SortButtonProps) => {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      onClick={onSort}
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink',
        sorted !== 'none' && 'text-ink-2',
      )}
    >
      {children}
      <Arrow aria-hidden className={classNames('size-3', sorted === 'none' && 'invisible')} />
    </button>
  )
}
