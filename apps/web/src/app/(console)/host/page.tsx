import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Recovering } from '../../../components/recovering.tsx'
import { HostPage } from '../../../features/host/host-page.tsx'
import { pilotUnits } from '../../../features/host/pilot-units.ts'
import { load } from '../../../server/agent.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('host'))('title'),
})

export default async function Page() {
  const loaded = await load(async (agent) => {
    const [findings, overview, units] = await Promise.all([
      agent.check({}),
      agent.overview({}),
      agent.units({ units: [...pilotUnits] }),
    ])
    return { findings, overview, units }
  })
  if ('problem' in loaded) return <Recovering problem={loaded.problem} />
  return <HostPage {...loaded.value} />
}
