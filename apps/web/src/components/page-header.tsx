import type { ReactNode } from 'react'

interface PageHeaderProps {
  readonly title: ReactNode
  /** Under the title: one line. */
  readonly children?: ReactNode
  /** At the right: the page's one primary action last. */
  readonly actions?: ReactNode
}

export const PageHeader = ({ title, children, actions }: PageHeaderProps) => (
  <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-5">
    <div className="min-w-0">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {children === undefined ? null : <div className="mt-1 text-ink-2">{children}</div>}
    </div>
    {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
  </header>
)
