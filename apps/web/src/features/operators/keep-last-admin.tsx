'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import type { AboutOperator } from './about-operator.ts'

export const KeepLastAdmin = ({ operator: { name }, onClose }: AboutOperator) => {
  const t = useTranslations('operators')
  const common = useTranslations('common')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('lastAdmin.title', { name })}
      description={t('lastAdmin.text')}
      footer={<Button onClick={onClose}>{common('close')}</Button>}
    />
  )
}
