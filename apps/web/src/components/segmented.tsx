'use client'

import { useId } from 'react'

interface SegmentedProps<Value extends string> {
  /** For screen readers: what is chosen here. */
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, side by side; radio buttons for keyboard and screen reader. */
export const Segmented = <Value extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedProps<Value>) => {
  const name = useId()
  return (
    <fieldset className="flex h-7 shrink-0 rounded-md border border-line-strong bg-surface p-0.5 text-sm">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex cursor-pointer items-center rounded-sm px-2 whitespace-nowrap text-ink-2 hover:text-ink has-checked:bg-hover has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
