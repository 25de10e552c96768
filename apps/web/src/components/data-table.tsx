import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { hiddenBelow, type Column } from './column.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from './table.tsx'

interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row, index: number) => string | number
  /** Shown instead of a table without rows; a text becomes a quiet line. */
  readonly empty?: ReactNode
  /** No cell holds a link or a button: the box itself takes focus, so that the keyboard can scroll it. */
  readonly focusable?: boolean
  /** The cells at the edges keep their padding, in a box with a border of its own. */
  readonly inset?: boolean
  readonly className?: string
  readonly headClassName?: string
  readonly rowProps?: (row: Row) => RowProps
}

type RowProps = ComponentProps<'tr'> & Readonly<Record<`data-${string}`, unknown>>

/** Rows drawn by a list of columns. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { columns, rows, keyOf, empty, focusable, inset = false, className, headClassName, rowProps } = props
  if (rows.length === 0 && empty !== undefined)
    return typeof empty === 'string' ? <p className="text-ink-2">{empty}</p> : empty
  const edges = inset ? [] : edgesOf(columns)
  return (
    <Table focusable={focusable ?? false} className={className}>
      <TableHead className={headClassName}>
        <tr>
          {columns.map(
            ({ key, head, headHidden, headTitle, numeric, from, className, headClassName }, index) => (
              <TableHeaderCell
                key={key}
                numeric={numeric ?? false}
                title={headTitle}
                className={classNames(
                  edges[index],
                  from && hiddenBelow[from],
                  headHidden && 'relative',
                  className,
                  headClassName,
                )}
              >
                {headHidden ? <span className="sr-only">{head}</span> : head}
              </TableHeaderCell>
            ),
          )}
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row, rowIndex) => (
          <TableRow key={keyOf(row, rowIndex)} {...rowProps?.(row)}>
            {columns.map(({ key, numeric, from, className, cellClassName, title, cell }, index) => (
              <TableCell
                key={key}
                numeric={numeric ?? false}
                title={title?.(row)}
                className={classNames(
                  edges[index],
                  from && hiddenBelow[from],
                  className,
                  typeof cellClassName === 'function' ? cellClassName(row) : cellClassName,
                )}
              >
                {cell(row, rowIndex)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

/** Text begins and ends with the page; where the first columns are hidden, the next one begins. */
const edgesOf = (columns: readonly Pick<Column<unknown>, 'from'>[]): string[] =>
  columns.map((_, index) => {
    const before = columns.slice(0, index).map(({ from }) => from)
    const alone = widths.find((width) => before.includes(width))
    return classNames(
      index === 0 && 'pl-0',
      alone && !before.includes(undefined) && firstBelow[alone],
      index === columns.length - 1 && 'pr-0',
    )
  })

const widths = ['sm', 'md', 'lg'] as const
const firstBelow = { sm: 'max-sm:pl-0', md: 'max-md:pl-0', lg: 'max-lg:pl-0' } as const
