import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface BadgeProps {
  readonly tone?: 'quiet' | 'awake' | 'alarm'
  readonly children: ReactNode
  readonly className?: string
}

/** One or two words about the thing beside it. */
export const Badge = ({ tone = 'quiet', className, children }: BadgeProps) => (
  <span
    className={classNames(
      'inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
      tones[tone],
      className,
    )}
  >
    {children}
  </span>
)

const tones = {
  quiet: 'bg-sunken text-ink-2 ring-1 ring-line ring-inset',
  awake: 'bg-awake-soft text-awake-ink',
  alarm: 'bg-alarm-soft text-alarm-ink',
}
