'use client'

import type { TenantInspection, TenantName } from '@pilot/contract'
import type { ReactNode } from 'react'
import { problemOf } from '../../../client/problem-of.ts'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { useInspection } from './use-inspection.ts'

interface InspectedProps {
  readonly name: TenantName
  readonly children: (inspection: TenantInspection) => ReactNode
}

/** What is drawn from a look at the machine; parts that could not be asked for are named above it. */
export const Inspected = ({ name, children }: InspectedProps) => {
  const { data, error } = useInspection(name)
  if (data === undefined)
    return error === null ? <SkeletonRows /> : <ProblemPanel problem={problemOf(error)} />
  return (
    <>
      {data.faults.map((problem) => (
        <ProblemPanel key={JSON.stringify(problem)} problem={problem} className="mb-4" />
      ))}
      {children(data)}
    </>
  )
}
