'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { includesRole } from '@pilot/contract'
import { classNames } from '../components/class-names.ts'
import { Kbd } from '../components/kbd.tsx'
import { Tooltip } from '../components/tooltip.tsx'
import { useMe } from '../client/me.tsx'
import type { Theme } from '../client/theme.ts'
import { AccountMenu } from './account-menu.tsx'
import { isCurrent, pages } from './pages.ts'

interface RailProps {
  readonly theme: Theme
  readonly onSearch: () => void
}

/** The way to each page: at the left, on a phone along the bottom. */
export const Rail = ({ theme, onSearch }: RailProps) => {
  const t = useTranslations('shell')
  const me = useMe()
  const path = usePathname()
  return (
    <header className="sticky top-0 z-30 flex w-48 shrink-0 flex-col self-start border-r bg-sunken sm:h-dvh max-sm:w-full max-sm:border-r-0 max-sm:border-b">
      <div className="flex items-center gap-2 px-4 pt-4 pb-3 max-sm:py-2">
        <div className="flex min-w-0 grow flex-col max-sm:flex-row max-sm:items-baseline max-sm:gap-2">
          <Link href="/" className="self-start font-semibold tracking-tight">
            {t('product')}
          </Link>
          <span className="truncate font-mono text-xs text-ink-3">{me.hostname}</span>
        </div>
        {me.simulated ? <Simulated /> : null}
        <div className="flex items-center gap-1 sm:hidden">
          <button
            type="button"
            onClick={onSearch}
            aria-label={t('commands')}
            className="inline-flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-hover"
          >
            <Search aria-hidden className="size-4" />
          </button>
          <AccountMenu theme={theme} compact />
        </div>
      </div>
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
        className="mx-3 mb-3 flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink-3 hover:text-ink max-sm:hidden"
      >
        <Search aria-hidden className="size-3.5" />
        <span className="grow truncate text-left">{t('search')}</span>
        <Kbd>{useCommandKey()}</Kbd>
      </button>
      <nav
        aria-label={t('navigation')}
        className="flex grow flex-col gap-0.5 px-3 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:flex-row max-sm:border-t max-sm:bg-sunken max-sm:px-1 max-sm:pb-[env(safe-area-inset-bottom)]"
      >
        {pages
          .filter(({ role }) => includesRole(me.role, role))
          .map(({ id, href, icon: Icon }) => {
            const current = isCurrent(href, path)
            return (
              <Link
                key={id}
                href={href}
                aria-current={current ? 'page' : undefined}
                className={classNames(
                  'flex h-8 items-center gap-2.5 rounded-md px-2 max-sm:h-13 max-sm:min-w-0 max-sm:grow max-sm:basis-0 max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:px-0 max-sm:text-xs',
                  current ? 'bg-hover font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0" />
                <span className="max-w-full truncate">{t(id)}</span>
              </Link>
            )
          })}
      </nav>
      <div className="border-t p-2 max-sm:hidden">
        <AccountMenu theme={theme} />
      </div>
    </header>
  )
}

const Simulated = () => {
  const t = useTranslations('shell')
  return (
    <Tooltip text={t('simulatedHint')} side="right">
      <span
        tabIndex={0}
        className="self-start max-sm:self-center rounded-sm border border-dashed border-ink-3 px-1 text-xs whitespace-nowrap text-ink-2"
      >
        {t('simulated')}
      </span>
    </Tooltip>
  )
}

/** The key that opens the palette, as this keyboard names it. */
const useCommandKey = (): string => {
  const ctrl = useTranslations('provision')('ctrl')
  return useSyncExternalStore(
    () => () => undefined,
    () => (/\bMac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : `${ctrl} K`),
    () => `${ctrl} K`,
  )
}
