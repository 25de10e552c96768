'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { useEffect } from 'react'
import { classNames } from '../../components/class-names.ts'
import { overlayLook, panelLook } from '../../components/dialog.tsx'
import { returnFocus } from '../../components/return-focus.ts'
import { Palette } from './palette.tsx'

interface CommandPaletteProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Ctrl+K or Cmd+K: each page, each tenant, and what can be done with it. */
export const CommandPalette = ({ open, onOpenChange }: CommandPaletteProps) => {
  const t = useTranslations('shell')
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      onOpenChange(!open)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open, onOpenChange])
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayLook} />
        <Dialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={classNames(panelLook, 'max-w-xl')}
        >
          <Dialog.Title className="sr-only">{t('commands')}</Dialog.Title>
          <Palette onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
