import type { ReactNode } from 'react'
import { Recovering } from '../../components/recovering.tsx'
import { requireMe } from '../../server/require-me.ts'
import { readTheme } from '../../server/theme.ts'
import { Shell } from '../../shell/shell.tsx'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const me = await requireMe()
  if ('problem' in me)
    return (
      <main className="px-8 py-6">
        <Recovering problem={me.problem} />
      </main>
    )
  return (
    <Shell me={me.value} theme={await readTheme()}>
      {children}
    </Shell>
  )
}
