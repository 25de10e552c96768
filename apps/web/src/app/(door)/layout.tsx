import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DoorPreferences } from '../../shell/door-preferences.tsx'
import { readTheme } from '../../server/theme.ts'

/** Before somebody has signed in: one narrow column. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-sm flex-col px-5 pt-[14vh] pb-6">
      <p className="font-semibold tracking-tight">{t('product')}</p>
      <main className="grow pt-6">{children}</main>
      <DoorPreferences theme={await readTheme()} />
    </div>
  )
}
