import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: ReactNode
  readonly children?: ReactNode
  /** What leads out of it: a button or a link. */
  readonly action?: ReactNode
}

/** Nothing here, on purpose: one line and what to do. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className="flex flex-col items-start gap-3 py-10">
    <div className="text-lg font-medium">{title}</div>
    {children === undefined ? null : <div className="max-w-prose text-ink-2">{children}</div>}
    {action}
  </div>
)
