import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Providers } from './providers.tsx'
import { StyleNonce } from '../client/style-nonce.tsx'
import { readTheme } from '../server/theme.ts'
import { mono, sans } from './fonts.ts'
import './globals.css'

export const generateMetadata = async (): Promise<Metadata> => {
  const product = (await getTranslations('shell'))('product')
  return { title: { default: product, template: `%s · ${product}` } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={await getLocale()}
      data-theme={await readTheme()}
      className={`${sans.variable} ${mono.variable}`}
      // The browser may have another theme than this answer, if it was changed in a second window.
      suppressHydrationWarning
    >
      <body>
        <StyleNonce />
        <NextIntlClientProvider>
          <Providers>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
