'use client'

import { Domain, TenantName, type Availability } from '@pilot/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'
import type { DomainOwner } from './form-context.tsx'
import { useSettled } from '../../client/use-settled.ts'

export interface Available {
  /** null while it is not known, and for what is no name yet. */
  readonly name: Availability['name']
  /** Who has a domain; undefined where it is free or not known. */
  readonly ownerOf: (domain: string) => DomainOwner | undefined
}

/** Which of the names are free, asked for while somebody types; an answer to what was typed before does not count. */
export const useAvailability = (name: string, domains: readonly string[]): Available => {
  const agent = useAgent()
  const asked = useSettled(JSON.stringify([name, domains.filter(isDomain)]), 200)
  const [askedName, askedDomains] = JSON.parse(asked) as [string, string[]]
  const isName = TenantName.safeParse(askedName).success
  const { data } = useQuery({
    queryKey: ['available', asked],
    queryFn: ({ signal }) =>
      agent.available({ ...(isName ? { name: askedName } : {}), domains: askedDomains }, signal),
    enabled: isName || askedDomains.length > 0,
    staleTime: 5000,
    placeholderData: keepPreviousData,
  })
  return {
    name: askedName === name ? (data?.name ?? null) : null,
    ownerOf: (domain) => {
      const found = data?.domains.find((each) => each.domain === domain)
      return found === undefined || (found.tenant === null && !found.ofPilot) ? undefined : found
    },
  }
}

const isDomain = (text: string): boolean => Domain.safeParse(text).success
