import { useTranslations } from 'next-intl'

/** The name of an action of the audit in the reader's language; one that is not known stays as it is. */
export const useActionName = (): ((action: string) => string) => {
  const t = useTranslations('audit.actions')
  return (action) => (t.has(action as 'wake') ? t(action as 'wake') : action)
}
