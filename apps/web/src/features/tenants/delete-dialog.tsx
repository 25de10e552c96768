'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { RadioCard } from '../../components/radio-card.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

interface DeleteDialogProps {
  /** null where nothing is asked. */
  readonly names: readonly string[] | null
  /** True where they were deleted before: only their data is left to go. */
  readonly areDeleted: boolean
  readonly onClose: () => void
  readonly onDelete: (names: readonly string[], options: { purge: boolean }) => void
}

/** Asks before tenants are deleted, and whether with their data; one is confirmed by its name, many by their number. */
export const DeleteDialog = ({ names, areDeleted, onClose, onDelete }: DeleteDialogProps) => {
  const t = useTranslations('tenants.delete')
  const formats = useFormats()
  const [wantsPurge, setWantsPurge] = useState(false)
  const purge = wantsPurge || areDeleted
  const count = names?.length ?? 0
  const [name = ''] = names ?? []
  const close = (): void => {
    setWantsPurge(false)
    onClose()
  }
  return (
    <ConfirmDialog
      open={names !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      alarm
      title={count === 1 ? t('titleOne', { tenant: name }) : t('titleMany', { count })}
      description={areDeleted ? t('aboutDeleted') : t('about')}
      typed={count === 1 ? name : formats.number(count)}
      action={purge ? t('withData') : t('keepData')}
      onConfirm={() => {
        if (names !== null) onDelete(names, { purge })
        close()
      }}
    >
      {areDeleted ? null : (
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">{t('data')}</legend>
          <RadioCard
            name="data"
            checked={!wantsPurge}
            onChange={() => setWantsPurge(false)}
            title={t('keep')}
            about={t('keepAbout')}
          />
          <RadioCard
            name="data"
            checked={wantsPurge}
            onChange={() => setWantsPurge(true)}
            title={t('purge')}
            about={t('purgeAbout')}
          />
        </fieldset>
      )}
    </ConfirmDialog>
  )
}
