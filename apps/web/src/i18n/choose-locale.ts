import Negotiator from 'negotiator'
import { locales, type Locale } from './locale.ts'

/** The reader's choice, else the first language of the browser that we have (RFC 9110, 12.5.4). */
export const chooseLocale = (cookie: string | undefined, acceptLanguage: string | null): Locale =>
  findLocale(cookie) ?? findLocale(acceptedOf(acceptLanguage ?? '')) ?? locales[0]

const findLocale = (text: string | undefined): Locale | undefined => locales.find((locale) => locale === text)

const acceptedOf = (header: string): string | undefined =>
  new Negotiator({ headers: { 'accept-language': header } }).language([...locales])
