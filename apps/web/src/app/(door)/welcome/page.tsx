import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Welcome } from '../../../features/welcome/welcome.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('welcomeTitle'),
})

export default function WelcomePage() {
  return <Welcome />
}
