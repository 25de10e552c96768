import { english, type Language } from '@pilot/contract'
import { inputFault } from './de/facts/input-fault.ts'

/** What facts say in each language. Whatever is said in English (packages/contract) the compiler asks for here too. */
export const facts: Readonly<Record<'en' | 'de', Language>> = {
  en: english,
  de: { inputFault },
}
