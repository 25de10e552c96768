'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { returnFocus } from './return-focus.ts'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** The buttons, the one that does it last. */
  readonly footer?: ReactNode
  readonly className?: string
  /** Stays open when something beside it is pressed: what it shows cannot be shown again. */
  readonly sticky?: boolean
}

export const overlayLook = 'fixed inset-0 z-40 bg-shade'
export const panelLook =
  'fixed top-[12vh] left-1/2 z-50 flex max-h-[80vh] w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 flex-col rounded-lg border border-line-strong bg-surface shadow-lg'

/** Only to confirm or to tell something once; what has details has a page. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  className,
  sticky = false,
}: DialogProps) => {
  const t = useTranslations('common')
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayLook} />
        <Radix.Content
          {...returnFocus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onInteractOutside={(event) => {
            if (sticky) event.preventDefault()
          }}
          className={classNames(panelLook, className)}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon-small" aria-label={t('close')}>
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </div>
          {description === undefined ? null : (
            <Radix.Description className="px-5 pt-1 text-ink-2">{description}</Radix.Description>
          )}
          <div className="overflow-y-auto px-5 py-4">{children}</div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
