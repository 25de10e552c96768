import type { ComponentProps } from 'react'
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

interface CellProps {
  readonly numeric?: boolean
}

export const TableHeaderCell = ({
  numeric = false,
  className,
  ...props
}: ComponentProps<'th'> & CellProps) => (
  <th
    scope="col"
    {...props}
    className={classNames('h-8 px-2 font-medium whitespace-nowrap', numeric && 'text-right', className)}
  />
)

export const TableCell = ({ numeric = false, className, ...props }: ComponentProps<'td'> & CellProps) => (
  <td {...props} className={classNames('h-9 px-2', numeric && 'text-right', className)} />
)
