'use client'

import { setNonce } from 'get-nonce'

/** Lets the scroll lock of open dialogs, which writes a style element, pass the page's Content-Security-Policy. */
export const StyleNonce = ({ nonce }: { nonce: string }) => {
  setNonce(nonce)
  return null
}
