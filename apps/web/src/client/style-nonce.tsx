'use client'

import { setNonce } from 'get-nonce'

/**
 * Lets the scroll lock of open dialogs, which writes a style element, pass the page's Content-Security-Policy. The
 * nonce is that of the document: an answer that refreshes the page comes with another, which does not count.
 */
export const StyleNonce = () => {
  if (typeof document === 'undefined') return null
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  if (nonce !== undefined) setNonce(nonce)
  return null
}
