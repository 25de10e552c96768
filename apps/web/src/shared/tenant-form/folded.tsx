'use client'

import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { classNames } from '../../components/class-names.ts'

interface FoldedProps {
  readonly title: ReactNode
  /** What is in it, told while it is folded. */
  readonly about: string
  /** Nobody folds away what has to be mended. */
  readonly hasFault: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Fields that have a good default, one click away. */
export const Folded = ({ title, about, hasFault, className, children }: FoldedProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      open={isOpen || hasFault}
      onToggle={({ currentTarget }) => {
        if (hasFault) currentTarget.open = true
        setOpen(currentTarget.open)
      }}
      className={classNames('group/folded', className)}
    >
      <summary className="flex list-none items-center gap-1 rounded-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-3 transition-transform group-open/folded:rotate-90"
        />
        <span className="shrink-0">{title}</span>
        <span className="truncate font-normal text-ink-3 group-open/folded:invisible max-sm:hidden">
          {about}
        </span>
      </summary>
      {children}
    </details>
  )
}
