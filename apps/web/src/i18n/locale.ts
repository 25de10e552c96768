/** The languages of the interface; the first is the fallback. */
export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'pilot-locale'

/** Each language by its own name, whatever is spoken around it. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }
