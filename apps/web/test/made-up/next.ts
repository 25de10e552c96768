import { createTranslator } from 'next-intl'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { createElement, type ReactNode } from 'react'
import { messages } from './messages.ts'

// What Next.js knows of a request, and does for a page.

let path = '/'

export const goTo = (next: string): void => {
  path = next
  window.history.replaceState(null, '', next)
}

const query = (): URLSearchParams => new URL(path, 'http://zq.qx').searchParams

export const translations = {
  getLocale: () => Promise.resolve('de'),
  getTranslations: (namespace?: string) =>
    Promise.resolve(createTranslator({ locale: 'de', messages, namespace: namespace as 'shell' })),
}

const router = { push: () => undefined, replace: () => undefined, refresh: () => undefined }

export const navigation = {
  useRouter: () => router,
  usePathname: () => new URL(path, 'http://zq.qx').pathname,
  useSearchParams: query,
  redirect: (to: string) => {
    throw new Error(`redirected to ${to}`)
  },
}

export const address = {
  NuqsAdapter: ({ children }: { children: ReactNode }) =>
    createElement(NuqsTestingAdapter, { hasMemory: true, searchParams: query(), children }),
}
