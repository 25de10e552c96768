'use client'

import type { Problem } from '@pilot/contract'
import { Check, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toast as Radix } from 'radix-ui'
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { useProblemText } from '../i18n/use-problem-text.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

/** Tells what happened, in the past tense: "shop is awake." */
export interface Toasts {
  done(text: string, detail?: string): void
  failed(problem: Problem): void
}

interface Item {
  readonly id: number
  readonly alarm: boolean
  readonly text: string
  readonly detail: string | undefined
}

const Context = createContext<Toasts | null>(null)

export const useToasts = (): Toasts => {
  const toasts = useContext(Context)
  if (toasts === null) throw new Error('there is no Toaster above')
  return toasts
}

/** Holds the toasts of everything below it; at most four are seen at once. */
export const Toaster = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('common')
  const problemText = useProblemText()
  const [items, setItems] = useState<readonly Item[]>([])
  const add = useCallback((item: Omit<Item, 'id'>) => {
    setItems((items) => [...items.slice(-3), { ...item, id: nextId() }])
  }, [])
  const toasts = useMemo<Toasts>(
    () => ({
      done: (text, detail) => add({ alarm: false, text, detail }),
      failed: (problem) => {
        const { what, todo } = problemText(problem)
        add({ alarm: true, text: what, detail: todo })
      },
    }),
    [add, problemText],
  )
  return (
    <Context value={toasts}>
      <Radix.Provider label={t('notifications')} swipeDirection="right">
        {children}
        {items.map(({ id, alarm, text, detail }) => (
          <Radix.Root
            key={id}
            type={alarm ? 'foreground' : 'background'}
            duration={alarm ? 12_000 : 5000}
            onOpenChange={(open) => {
              if (!open) setItems((items) => items.filter((item) => item.id !== id))
            }}
            className={classNames(
              'flex animate-toast items-start gap-2.5 rounded-lg border border-line-strong bg-surface px-3 py-2.5 shadow-lg',
              alarm && 'border-alarm',
            )}
          >
            {alarm ? (
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-alarm-ink" />
            ) : (
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
            )}
            <div className="min-w-0 grow">
              <Radix.Title className="font-medium break-words">{text}</Radix.Title>
              {detail === undefined ? null : (
                <Radix.Description className="text-sm text-ink-2">{detail}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon-small" aria-label={t('close')} className="-my-1 -mr-1.5">
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport
          // Else Radix says it in English; it puts in the key itself.
          label={`${t('notifications')} ({hotkey})`}
          className="fixed right-0 bottom-0 z-50 flex w-full max-w-sm flex-col gap-2 p-4 outline-none max-sm:bottom-14"
        />
      </Radix.Provider>
    </Context>
  )
}

let lastId = 0
const nextId = (): number => ++lastId
