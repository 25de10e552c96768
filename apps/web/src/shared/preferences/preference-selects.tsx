'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { keepLocale, keepTheme } from '../../client/preferences.ts'
import { findTheme, themes, type Theme } from '../../client/theme.ts'
import { Select } from '../../components/select.tsx'
import { localeNames, locales } from '../../i18n/locale.ts'

export const LocaleSelect = () => {
  const t = useTranslations('shell')
  const router = useRouter()
  return (
    <Select
      aria-label={t('language')}
      value={useLocale()}
      onChange={(event) => {
        const chosen = locales.find((locale) => locale === event.target.value)
        if (chosen === undefined) return
        keepLocale(chosen)
        router.refresh()
      }}
    >
      {locales.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {localeNames[locale]}
        </option>
      ))}
    </Select>
  )
}

export const ThemeSelect = ({ theme }: { theme: Theme }) => {
  const t = useTranslations('shell')
  const [chosen, setChosen] = useState(theme)
  return (
    <Select
      aria-label={t('theme')}
      value={chosen}
      onChange={(event) => {
        const next = findTheme(event.target.value)
        setChosen(next)
        keepTheme(next)
      }}
    >
      {themes.map((value) => (
        <option key={value} value={value}>
          {t(themeWords[value])}
        </option>
      ))}
    </Select>
  )
}

export const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const
