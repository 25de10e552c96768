'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog as Radix } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { overlayLook, panelLook } from './dialog.tsx'
import { Field } from './field.tsx'
import { Input } from './input.tsx'
import { returnFocus } from './return-focus.ts'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly description: ReactNode
  /** The verb on the button, such as "Delete with data". */
  readonly action: string
  /** What has to be typed before the button can be pressed, for what cannot be undone. */
  readonly typed?: string
  readonly alarm?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly children?: ReactNode
}

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({ open, onOpenChange, ...rest }: ConfirmDialogProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className={overlayLook} />
      {/* Mounted anew each time, so that what was typed last time is gone. */}
      {open ? <Question {...rest} /> : null}
    </Radix.Portal>
  </Radix.Root>
)

const Question = ({
  title,
  description,
  action,
  typed,
  alarm = false,
  busy = false,
  onConfirm,
  children,
}: Omit<ConfirmDialogProps, 'open' | 'onOpenChange'>) => {
  const t = useTranslations('common')
  const [text, setText] = useState('')
  const ready = typed === undefined || text === typed
  return (
    <Radix.Content {...returnFocus} className={panelLook}>
      <form
        className="contents"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onConfirm()
        }}
      >
        <Radix.Title className="px-5 pt-4 text-lg font-semibold">{title}</Radix.Title>
        <Radix.Description className="px-5 pt-1 text-ink-2">{description}</Radix.Description>
        <div className="flex flex-col gap-3 overflow-y-auto px-5 py-4">
          {children}
          {typed === undefined ? null : (
            <Field label={t.rich('typeToConfirm', { text: typed, code: (chunks) => <code>{chunks}</code> })}>
              {(control) => (
                <Input
                  {...control}
                  mono
                  autoFocus
                  autoComplete="off"
                  spellCheck={false}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
          )}
        </div>
        <div className="flex justify-end gap-2 border-t px-5 py-3">
          <Radix.Cancel asChild>
            <Button>{t('cancel')}</Button>
          </Radix.Cancel>
          <Button type="submit" variant={alarm ? 'alarm' : 'primary'} disabled={!ready} busy={busy}>
            {action}
          </Button>
        </div>
      </form>
    </Radix.Content>
  )
}
