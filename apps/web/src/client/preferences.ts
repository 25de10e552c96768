import { localeCookie, type Locale } from '../i18n/locale.ts'
import { themeCookie, type Theme } from './theme.ts'

/** Keeps the colours for a year, and shows them at once. */
export const keepTheme = (theme: Theme): void => {
  keep(themeCookie, theme)
  document.documentElement.dataset['theme'] = theme
}

/** Keeps the language for a year; the page has to be read again to speak it. */
export const keepLocale = (locale: Locale): void => keep(localeCookie, locale)

const keep = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`
}
