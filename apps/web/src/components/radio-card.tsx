import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface RadioCardProps extends Omit<ComponentProps<'input'>, 'title' | 'about' | 'type'> {
  readonly title: ReactNode
  /** One line: what the choice means, and what it costs. */
  readonly about?: ReactNode
}

/** One of several choices, with its explanation; they stand in a `fieldset` and share a `name`. */
export const RadioCard = ({ title, about, className, ...props }: RadioCardProps) => (
  <label
    className={classNames(
      'flex gap-2.5 rounded-md border px-2.5 py-2 hover:bg-hover/60 has-checked:border-line-strong has-checked:bg-sunken has-disabled:opacity-50',
      className,
    )}
  >
    <input {...props} type="radio" className="mt-0.5 size-4 shrink-0 accent-ink" />
    <span className="min-w-0">
      <span className="block font-medium">{title}</span>
      {about === undefined ? null : <span className="block text-sm text-ink-2">{about}</span>}
    </span>
  </label>
)
