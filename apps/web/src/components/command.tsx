'use client'

import { CopyButton } from './copy-button.tsx'

/** A command for the terminal, to copy; on a phone it wraps. */
export const Command = ({ text }: { readonly text: string }) => (
  <span className="inline-flex max-w-full items-center gap-1 self-start rounded-md border bg-sunken pl-2">
    <code className="py-1 font-mono text-xs wrap-anywhere">{text}</code>
    <CopyButton text={text} />
  </span>
)
