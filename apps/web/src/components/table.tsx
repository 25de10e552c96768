import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface TableProps extends ComponentProps<'table'> {
  /** No cell holds a link or a button: the box itself takes focus, so that the keyboard can scroll it. */
  readonly focusable?: boolean
}

/** A table that scrolls sideways in its own box where the window is too narrow. */
export const Table = ({ className, focusable = false, ...props }: TableProps) => (
  <div className="w-full overflow-x-auto -outline-offset-2" tabIndex={focusable ? 0 : undefined}>
    <table {...props} className={classNames('w-full border-collapse text-left', className)} />
  </div>
)

export const TableHead = ({ className, ...props }: ComponentProps<'thead'>) => (
  <thead {...props} className={classNames('border-b text-xs text-ink-3', className)} />
)

export const TableBody = (props: ComponentProps<'tbody'>) => <tbody {...props} />

export const TableRow = ({ className, ...props }: ComponentProps<'tr'>) => (
  <tr {...props} className={classNames('border-b last:border-b-0 hover:bg-hover/60', className)} />
)

interface HeaderCellProps extends ComponentProps<'th'> {
  readonly numeric?: boolean
  /** How the table is sorted by this column; null where it is not, but can be. */
  readonly sorted?: 'ascending' | 'descending' | null
  readonly onSort?: () => void
}

export const TableHeaderCell = ({
  numeric = false,
  sorted,
  onSort,
  className,
  children,
  ...props
}: HeaderCellProps) => (
  <th
    scope="col"
    {...(sorted === undefined ? {} : { 'aria-sort': sorted ?? 'none' })}
    {...props}
    className={classNames('h-8 px-2 font-medium whitespace-nowrap', numeric && 'text-right', className)}
  >
    {onSort === undefined ? (
      children
    ) : (
      <SortButton sorted={sorted ?? null} onSort={onSort} label={children} />
    )}
  </th>
)

export const TableCell = ({
  numeric = false,
  className,
  ...props
}: ComponentProps<'td'> & { numeric?: boolean }) => (
  <td {...props} className={classNames('h-9 px-2', numeric && 'text-right', className)} />
)

interface SortButtonProps {
  readonly sorted: 'ascending' | 'descending' | null
  readonly onSort: () => void
  readonly label: ReactNode
}

const SortButton = ({ sorted, onSort, label }: SortButtonProps) => (
  <button type="button" onClick={onSort} className="inline-flex items-center gap-1 rounded-sm hover:text-ink">
    {label}
    {sorted === 'descending' ? (
      <ArrowDown aria-hidden className="size-3" />
    ) : (
      <ArrowUp aria-hidden className={classNames('size-3', sorted === null && 'invisible')} />
    )}
  </button>
)
