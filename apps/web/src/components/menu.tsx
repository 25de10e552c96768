'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

const contentLook =
  'z-50 min-w-44 rounded-lg border border-line-strong bg-surface p-1 shadow-lg max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto'
const itemLook =
  'flex w-full cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-base outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3'

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly children: ReactNode
}

export const Menu = ({ trigger, align = 'end', side = 'bottom', children }: MenuProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={contentLook}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)

export const MenuItem = ({
  alarm = false,
  className,
  ...props
}: ComponentProps<typeof Radix.Item> & { alarm?: boolean }) => (
  <Radix.Item
    {...props}
    className={classNames(itemLook, alarm && 'text-alarm-ink [&_svg]:text-alarm-ink', className)}
  />
)

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 pt-2 pb-1 text-xs text-ink-3">{children}</Radix.Label>
)

export const MenuSeparator = () => <Radix.Separator className="my-1 h-px bg-line" />

interface MenuChoiceProps<Value extends string> {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of several, the chosen one marked. */
export const MenuChoice = <Value extends string>({ value, options, onChange }: MenuChoiceProps<Value>) => (
  <Radix.RadioGroup value={value} onValueChange={(chosen) => onChange(chosen as Value)}>
    {options.map((option) => (
      <Radix.RadioItem key={option.value} value={option.value} className={classNames(itemLook, 'pr-8')}>
        <span className="grow">{option.label}</span>
        <Radix.ItemIndicator className="absolute right-3">
          <Check aria-hidden />
        </Radix.ItemIndicator>
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
)
