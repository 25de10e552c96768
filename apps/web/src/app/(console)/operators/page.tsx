import { includesRole } from '@pilot/contract'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Recovering } from '../../../components/recovering.tsx'
import { NotAdmin } from '../../../features/operators/not-admin.tsx'
import { OperatorsPage } from '../../../features/operators/operators-page.tsx'
import { load } from '../../../server/agent.ts'
import { requireMe } from '../../../server/require-me.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('operators'))('title'),
})

export default async function Page() {
  const me = await requireMe()
  if ('problem' in me) return <Recovering problem={me.problem} />
  if (!includesRole(me.value.role, 'admin')) return <NotAdmin me={me.value} />
  const loaded = await load(async (agent) => {
    const [operators, sessions, tokens] = await Promise.all([
      agent.operators({}),
      agent.sessions({ all: true }),
      agent.tokens({ all: true }),
    ])
    return { operators, sessions, tokens }
  })
  if ('problem' in loaded) return <Recovering problem={loaded.problem} />
  return <OperatorsPage {...loaded.value} />
}
