'use client'

import { useEffect, useState } from 'react'
import { Input } from '../../components/input.tsx'

interface TypedFilterProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder: string
  readonly maxLength: number
  readonly mono?: boolean
}

/** A filter that counts once typing paused, or at once with Enter. */
export const TypedFilter = ({ value, onChange, ...rest }: TypedFilterProps) => {
  const [typed, setTyped] = useState({ text: value, from: value })
  // The address changed behind the field: filters were cleared, or the reader went back.
  if (typed.from !== value) setTyped({ text: value, from: value })
  const { text } = typed
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), 300)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <Input
      {...rest}
      type="search"
      value={text}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => setTyped({ text: target.value, from: value })}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onChange(text)
      }}
    />
  )
}
