import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { findContractText } from './contract-text.ts'

/** What a schema of the contract says of a value, in the reader's language; unknown sentences stay English. */
export const useContractText = (): ((sentence: string) => string) => {
  const t = useTranslations('contract')
  return useCallback(
    (sentence) => {
      const found = findContractText(sentence)
      if (found === undefined) return sentence
      // Plurals need numbers; all else is text.
      const values = Object.fromEntries(
        Object.entries(found.values).map(([name, value]) => [
          name,
          /^-?\d+$/.test(value) ? Number(value) : value,
        ]),
      )
      return t(found.key, values as never)
    },
    [t],
  )
}
