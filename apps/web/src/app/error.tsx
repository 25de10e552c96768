'use client'

import { PageFailure } from '../shell/page-failure.tsx'

export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="px-8 py-6">
      <PageFailure {...props} />
    </main>
  )
}
