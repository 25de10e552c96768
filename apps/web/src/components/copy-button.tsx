'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { copyText } from './copy-text.ts'

/** Puts the text on the clipboard and says so for two seconds. */
export const CopyButton = ({ text, ...props }: ButtonProps & { readonly text: string }) => {
  const t = useTranslations('common')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button
      variant="quiet"
      size="icon-small"
      aria-label={copied ? t('copied') : t('copy')}
      {...props}
      onClick={() => void copyText(text).then(setCopied)}
    >
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {props.children}
    </Button>
  )
}
