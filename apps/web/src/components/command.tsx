'use client'

import { CopyButton } from './copy-button.tsx'

/** A command for the terminal, on one line, to copy. */
export const Command = ({ text }: { readonly text: string }) => (
  <span className="inline-flex max-w-full items-center gap-1 self-start rounded-md border bg-sunken pl-2">
    <code className="overflow-x-auto font-mono text-xs whitespace-nowrap">{text}</code>
    <CopyButton text={text} />
  </span>
)
