import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

const look = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-primary bg-primary text-primary-ink hover:opacity-90',
        plain: 'border-line-strong bg-surface text-ink hover:bg-hover',
        quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink',
        alarm: 'border-alarm-ink bg-surface text-alarm-ink hover:bg-alarm-soft',
      },
      size: {
        normal: 'h-8 px-3 text-base',
        small: 'h-7 px-2 text-sm',
        icon: 'size-8',
        'icon-small': 'size-7',
      },
    },
    defaultVariants: { variant: 'plain', size: 'normal' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof look> {
  /** Gives its look to the one child, such as a link. */
  readonly asChild?: boolean
  /** In work: cannot be pressed again, and says so. */
  readonly busy?: boolean
}

/** One `primary` on a page; `alarm` for what cannot be undone. An icon alone needs `aria-label`. */
export const Button = ({
  variant,
  size,
  asChild = false,
  busy = false,
  className,
  ...props
}: ButtonProps) => {
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      {...(asChild ? {} : { type: 'button' })}
      {...(busy ? { 'aria-busy': true } : {})}
      {...props}
      {...(asChild ? {} : { disabled: props.disabled === true || busy })}
      className={classNames(look({ variant, size }), className)}
    />
  )
}
