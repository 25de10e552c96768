import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface TabsProps {
  /** For screen readers: what the tabs divide. */
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly label: ReactNode; readonly href: string }[]
  readonly current: string
}

/** Tabs that are links: each has an address, opens in a new window and is found by the browser's back button. */
export const Tabs = ({ label, tabs, current }: TabsProps) => (
  <nav aria-label={label} className="-mb-px flex gap-4 overflow-x-auto border-b">
    {tabs.map(({ id, label: text, href }) => (
      <Link
        key={id}
        href={href}
        scroll={false}
        aria-current={id === current ? 'page' : undefined}
        className={classNames(
          'border-b-2 px-0.5 py-2 whitespace-nowrap -outline-offset-2',
          id === current
            ? 'border-ink font-medium text-ink'
            : 'border-transparent text-ink-2 hover:border-line-strong hover:text-ink',
        )}
      >
        {text}
      </Link>
    ))}
  </nav>
)
