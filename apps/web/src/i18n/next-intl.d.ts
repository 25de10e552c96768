import type { messages } from '../../messages/index.ts'
import type { Locale } from './locale.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: (typeof messages)['en']
  }
}
