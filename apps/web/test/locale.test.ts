import { expect, it } from 'vitest'
import { chooseLocale } from '../src/i18n/choose-locale.ts'

it.each([
  [undefined, null, 'en'],
  [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  [undefined, 'fr-FR,fr;q=0.9,de;q=0.3,en;q=0.5', 'en'],
  [undefined, 'fr', 'en'],
  [undefined, 'en;q=0, de', 'de'],
  ['de', 'en', 'de'],
  ['xx', 'de', 'de'],
])('cookie %j and Accept-Language %j choose %s', (cookie, header, locale) =>
  expect(chooseLocale(cookie, header)).toBe(locale),
)
