import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Recovering } from '../../../components/recovering.tsx'
import { Account } from '../../../features/account/account.tsx'
import { load } from '../../../server/agent.ts'
import { readTheme } from '../../../server/theme.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('account'))('title'),
})

export default async function AccountPage() {
  const loaded = await load(async (agent) => {
    const [me, sessions, tokens] = await Promise.all([
      agent.me({}),
      agent.sessions({ all: false }),
      agent.tokens({ all: false }),
    ])
    return { me, sessions, tokens }
  })
  if ('problem' in loaded) return <Recovering problem={loaded.problem} />
  return <Account {...loaded.value} theme={await readTheme()} />
}
