import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface SectionProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a page under its own heading: parted by space and a line, not by a box. */
export const Section = ({ title, description, actions, className, children }: SectionProps) => {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={classNames('border-t py-6 first:border-t-0 first:pt-0', className)}
    >
      <div className="flex flex-wrap items-start justify-between gap-3 pb-3">
        <div>
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          {description === undefined ? null : (
            <p className="mt-0.5 max-w-prose text-sm text-ink-2">{description}</p>
          )}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
