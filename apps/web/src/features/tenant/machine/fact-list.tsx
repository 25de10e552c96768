import type { ReactNode } from 'react'

/** Names and values, one pair on each line. */
export const FactList = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="max-w-3xl">
    {facts.map(([label, value]) => (
      <div
        key={label}
        className="grid min-h-9 grid-cols-[14rem_minmax(0,1fr)] items-baseline gap-x-4 border-b py-1.5 last:border-b-0 max-sm:grid-cols-1"
      >
        <dt className="text-ink-3">{label}</dt>
        <dd className="min-w-0 break-words">{value}</dd>
      </div>
    ))}
  </dl>
)
