'use client'

import { useTranslations } from 'next-intl'
import { Segmented } from '../../components/segmented.tsx'
import { ranges, type Range } from './range.ts'

interface RangeSelectProps {
  readonly range: Range
  readonly onChange: (range: Range) => void
}

export const RangeSelect = ({ range, onChange }: RangeSelectProps) => {
  const t = useTranslations('charts')
  return (
    <Segmented
      label={t('range')}
      value={range}
      options={ranges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
      onChange={onChange}
    />
  )
}
