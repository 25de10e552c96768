import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useContractText } from '../../i18n/use-contract-text.ts'
import { formFaultOf } from './form-schema.ts'

/** What a schema says of a value, in the reader's language: the form's own faults and the contract's sentences. */
export const useFaultText = (): ((message: string | undefined) => string | undefined) => {
  const t = useTranslations('provision.fault')
  const contractText = useContractText()
  return useCallback(
    (message) => {
      if (message === undefined) return undefined
      const own = formFaultOf(message)
      return own === undefined ? contractText(message) : t(own)
    },
    [t, contractText],
  )
}
