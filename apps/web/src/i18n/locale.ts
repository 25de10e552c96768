/** The languages of the interface; the first is the fallback. */
export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'pilot-locale'

/** The reader's choice, else the first language of the browser that we have (RFC 9110, 12.5.4). */
export const chooseLocale = (cookie: string | undefined, acceptLanguage: string | null): Locale =>
  findLocale(cookie) ?? findAccepted(acceptLanguage ?? '') ?? locales[0]

const findLocale = (text: string | undefined): Locale | undefined => locales.find((locale) => locale === text)

const findAccepted = (header: string): Locale | undefined =>
  header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters
        .map((text) => /^ *q=([\d.]+)$/.exec(text)?.[1])
        .find((text) => text !== undefined)
      return { locale: findLocale(range.split('-')[0]), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ locale, quality }) => locale !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0]?.locale

/** Each language by its own name, whatever is spoken around it. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }
