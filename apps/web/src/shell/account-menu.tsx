'use client'

import { ChevronsUpDown, CircleUser, LogOut, UserRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callRoute } from '../client/call-route.ts'
import { useMe } from '../client/me.tsx'
import { keepLocale, keepTheme } from '../client/preferences.ts'
import { problemOf } from '../client/problem-of.ts'
import { themes, type Theme } from '../client/theme.ts'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../components/menu.tsx'
import { useToasts } from '../components/toaster.tsx'
import { locales, localeNames } from '../i18n/locale.ts'
import { themeWords } from '../shared/preferences/preference-selects.tsx'

/** Who is signed in, theme, language, and the way out. */
export const AccountMenu = ({ theme, compact = false }: { theme: Theme; compact?: boolean }) => {
  const t = useTranslations('shell')
  const roles = useTranslations('roles')
  const me = useMe()
  const router = useRouter()
  const toasts = useToasts()
  const [chosen, setChosen] = useState(theme)

  const signOut = async (): Promise<void> => {
    try {
      await callRoute('DELETE', '/api/session')
      window.location.assign('/sign-in')
    } catch (error) {
      toasts.failed(problemOf(error))
    }
  }

  return (
    <Menu
      align={compact ? 'end' : 'start'}
      side={compact ? 'bottom' : 'top'}
      trigger={
        compact ? (
          <button
            type="button"
            aria-label={t('accountMenu')}
            className="inline-flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-hover"
          >
            <CircleUser aria-hidden className="size-4.5" />
          </button>
        ) : (
          <button
            type="button"
            className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover"
          >
            <CircleUser aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="flex min-w-0 grow flex-col">
              <span className="truncate">{me.operator}</span>
              <span className="truncate text-xs text-ink-3">{roles(me.role)}</span>
              <span className="sr-only">{t('accountMenu')}</span>
            </span>
            <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
          </button>
        )
      }
    >
      <MenuLabel>{t('signedInAs', { name: me.operator })}</MenuLabel>
      <MenuItem onSelect={() => router.push('/account')}>
        <UserRound aria-hidden />
        {t('account')}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuChoice
        value={chosen}
        options={themes.map((value) => ({ value, label: t(themeWords[value]) }))}
        onChange={(value) => {
          setChosen(value)
          keepTheme(value)
        }}
      />
      <MenuSeparator />
      <MenuLabel>{t('language')}</MenuLabel>
      <MenuChoice
        value={useLocale()}
        options={locales.map((value) => ({
          value,
          label: <span lang={value}>{localeNames[value]}</span>,
        }))}
        onChange={(value) => {
          keepLocale(value)
          router.refresh()
        }}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
