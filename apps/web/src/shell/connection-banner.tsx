'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useConnection } from '../client/watch.tsx'

/** A line at the top while no changes arrive. A moment's break is not worth a word. */
export const ConnectionBanner = () => {
  const t = useTranslations('shell')
  const connection = useConnection()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(connection !== 'open'), connection === 'open' ? 0 : 1500)
    return () => clearTimeout(timer)
  }, [connection])
  const shown = late && connection !== 'open'
  return (
    <div role="status" className="sticky top-0 z-20 max-sm:top-12">
      {shown ? (
        <p className="border-b border-alarm/40 bg-alarm-soft px-8 py-1.5 text-sm text-alarm-ink max-sm:px-4">
          {connection === 'offline' ? t('offline') : t('lost')}
        </p>
      ) : null}
    </div>
  )
}
