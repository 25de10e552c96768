'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { SecondFactorSetup } from '../../shared/second-factor/second-factor-setup.tsx'

/** After the first password: a second factor, which may also wait. */
export const OfferSecondFactor = () => {
  const t = useTranslations('access')
  const [chosen, setChosen] = useState(false)
  const goOn = (): void => window.location.assign('/')
  if (chosen) return <SecondFactorSetup onDone={goOn} onCancel={goOn} />
  return (
    <div className="flex flex-col gap-3">
      <h2 className="font-semibold">{t('offerTitle')}</h2>
      <p className="text-ink-2">{t('offer')}</p>
      <div className="flex gap-2 pt-2">
        <Button variant="primary" autoFocus onClick={() => setChosen(true)}>
          {t('setUpNow')}
        </Button>
        <Button onClick={goOn}>{t('later')}</Button>
      </div>
    </div>
  )
}
