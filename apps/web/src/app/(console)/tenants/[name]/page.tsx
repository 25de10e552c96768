import type { Metadata } from 'next'
import { PageHeader } from '../../../../components/page-header.tsx'

interface Props {
  readonly params: Promise<{ name: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await params).name,
})

export default async function TenantPage({ params }: Props) {
  return <PageHeader title={<span className="font-mono">{(await params).name}</span>} />
}
