'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ChartScale } from './chart.tsx'

interface Scale {
  readonly value: 'linear' | 'log'
  /** For `Chart`; undefined where one scale shows all. */
  readonly control: ChartScale | undefined
}

/** True to scale at first; a logarithmic scale is offered where it is of use, and says what it is. */
export const useScale = (offered: boolean): Scale => {
  const t = useTranslations('charts')
  const [chosen, setChosen] = useState<Scale['value']>('linear')
  const value = offered ? chosen : 'linear'
  return {
    value,
    control: offered
      ? {
          value,
          options: [
            { value: 'linear', label: t('linear') },
            { value: 'log', label: t('log') },
          ],
          onChange: (next) => setChosen(next === 'log' ? 'log' : 'linear'),
          hint: value === 'log' ? t('logHint') : undefined,
        }
      : undefined,
  }
}
