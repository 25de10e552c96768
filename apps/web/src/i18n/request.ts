import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { messages } from '../../messages/index.ts'
import { chooseLocale } from './choose-locale.ts'
import { localeCookie } from './locale.ts'

/** The language and its words for this request. Found by next-intl through next.config.ts. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = chooseLocale(chosen, (await headers()).get('accept-language'))
  return { locale, messages: messages[locale] }
})
