'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** `checked="indeterminate"` where only some of what it stands for is chosen. */
export const Checkbox = ({ className, ...props }: ComponentProps<typeof Radix.Root>) => (
  <Radix.Root
    {...props}
    className={classNames(
      'group inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface data-[state=checked]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:border-primary data-[state=indeterminate]:bg-primary',
      className,
    )}
  >
    <Radix.Indicator className="text-primary-ink">
      <Check aria-hidden strokeWidth={3} className="size-3 group-data-[state=indeterminate]:hidden" />
      <Minus aria-hidden strokeWidth={3} className="hidden size-3 group-data-[state=indeterminate]:block" />
    </Radix.Indicator>
  </Radix.Root>
)
