'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Input } from '../../components/input.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useSearchKey } from './use-list-keys.ts'

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** What is looked for in names and domains; the key / leads here. */
export const SearchField = ({ value, onChange }: SearchFieldProps) => {
  const t = useTranslations('tenants')
  const input = useRef<HTMLInputElement>(null)
  useSearchKey(input)
  return (
    <div className="relative w-72 max-sm:w-full">
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" />
      <Input
        ref={input}
        type="search"
        aria-label={t('search')}
        aria-keyshortcuts="/"
        placeholder={t('search')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="peer pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute top-1.5 right-1.5 peer-focus:hidden max-sm:hidden">
        <Kbd>/</Kbd>
      </span>
    </div>
  )
}
