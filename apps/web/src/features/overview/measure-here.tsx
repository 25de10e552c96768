'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMay } from '../../client/me.tsx'
import { Button } from '../../components/button.tsx'

/** In place of a figure that only a comparison can tell. */
export const MeasureHere = () => {
  const t = useTranslations('overview.containers')
  const mayMeasure = useMay('operator')
  return (
    <span className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
      {t('notMeasured')}
      {mayMeasure ? (
        <Button size="small" asChild>
          <Link href="/compare">{t('measure')}</Link>
        </Button>
      ) : null}
    </span>
  )
}
