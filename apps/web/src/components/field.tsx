'use client'

import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong with the value; it takes the hint's place, so that nothing jumps. */
  readonly error?: string | undefined
  /** Beside the label, such as a mark for optional or a small link. */
  readonly aside?: ReactNode
  readonly className?: string
  /** Gets what ties the control to label, hint and error. */
  readonly children: (control: ControlProps) => ReactNode
}

/** A label, a control and what is said about it, tied together for screen readers. */
export const Field = ({ label, hint, error, aside, className, children }: FieldProps) => {
  const id = useId()
  const said = error !== undefined || hint !== undefined
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside === undefined ? null : <span className="text-xs text-ink-3">{aside}</span>}
      </div>
      {children({
        id,
        ...(said ? { 'aria-describedby': `${id}-said` } : {}),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      <p
        id={`${id}-said`}
        role={error === undefined ? undefined : 'alert'}
        className={classNames('min-h-4 text-xs', error === undefined ? 'text-ink-3' : 'text-alarm-ink')}
      >
        {error ?? hint}
      </p>
    </div>
  )
}
