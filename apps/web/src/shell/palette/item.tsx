'use client'

import { Command } from 'cmdk'
import type { ReactNode } from 'react'

export const Group = ({
  heading,
  shown,
  children,
}: {
  heading: string
  shown: boolean
  children: ReactNode
}) =>
  shown ? (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  ) : null

interface ItemProps {
  readonly value: string
  readonly onSelect: () => void
  readonly children: ReactNode
}

export const Item = ({ value, onSelect, children }: ItemProps) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-hover [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-3"
  >
    {children}
  </Command.Item>
)
