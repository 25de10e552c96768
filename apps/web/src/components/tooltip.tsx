'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface TooltipProps {
  readonly text: ReactNode
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that can take focus, so that the text is there without a mouse too. */
  readonly children: ReactNode
}

export const Tooltip = ({ text, side = 'top', children }: TooltipProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{children}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        side={side}
        sideOffset={6}
        collisionPadding={8}
        className="z-50 max-w-80 rounded-md bg-primary px-2 py-1 text-xs text-primary-ink"
      >
        {text}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
