import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export const inputLook =
  'w-full rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink placeholder:text-ink-3 aria-invalid:border-alarm disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3'

/** `mono` for names, paths, domains and commands. */
export const Input = ({
  className,
  mono = false,
  ...props
}: ComponentProps<'input'> & { mono?: boolean }) => (
  <input {...props} className={classNames(inputLook, 'h-8', mono && 'font-mono text-sm', className)} />
)

export const Textarea = ({
  className,
  mono = false,
  ...props
}: ComponentProps<'textarea'> & { mono?: boolean }) => (
  <textarea
    {...props}
    className={classNames(inputLook, 'min-h-20 py-1.5', mono && 'font-mono text-sm', className)}
  />
)
