'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'
import { Button } from './button.tsx'
import { Input } from './input.tsx'

/** A password that can be looked at while it is typed. `autoComplete` tells password managers which it is. */
export const PasswordInput = (
  props: ComponentProps<typeof Input> & { autoComplete: 'current-password' | 'new-password' },
) => {
  const t = useTranslations('common')
  const [shown, setShown] = useState(false)
  return (
    <span className="relative flex">
      <Input {...props} type={shown ? 'text' : 'password'} maxLength={256} className="pr-9" />
      <Button
        variant="quiet"
        size="icon-small"
        className="absolute top-0.5 right-0.5"
        aria-label={shown ? t('hidePassword') : t('showPassword')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </span>
  )
}
