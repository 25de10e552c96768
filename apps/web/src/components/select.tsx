import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { inputLook } from './input.tsx'

/** The browser's own list, which every phone and screen reader knows; its options are `<option>` children. */
export const Select = ({ className, children, ...props }: ComponentProps<'select'>) => (
  <span className={classNames('relative inline-flex w-full', className)}>
    <select {...props} className={classNames(inputLook, 'h-8 appearance-none pr-8')}>
      {children}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-ink-3"
    />
  </span>
)
