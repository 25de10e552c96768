import type { AuditEntry } from '@pilot/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAgent } from '../../client/agent.ts'
import { useTenantChanges } from '../../client/watch.tsx'
import { useAtMostEvery } from '../../client/use-at-most-every.ts'
import { auditAddress, type AuditFilters } from './filters.ts'
import { auditKey, findPage, pageSize } from './queries.ts'

export interface Older {
  /** False where all that fit are here. */
  readonly more: boolean
  readonly busy: boolean
  read(): void
}

interface Read {
  /** undefined before the first answer. */
  readonly entries: readonly AuditEntry[] | undefined
  readonly error: Error | null
  readonly older: Older
}

/** The entries that fit, newest first, as many pages as were asked for; new ones appear by themselves. */
export const useAudit = (
  filters: AuditFilters,
  first: { readonly filters: AuditFilters; readonly entries: readonly AuditEntry[] },
): Read => {
  const agent = useAgent()
  const query = useInfiniteQuery({
    queryKey: auditKey(filters),
    queryFn: ({ pageParam, signal }) =>
      findPage(
        agent,
        filters,
        { ...(pageParam === null ? {} : { before: pageParam }), limit: pageSize },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.sequence),
    ...(auditAddress(filters) === auditAddress(first.filters)
      ? { initialData: { pages: [first.entries], pageParams: [null] } }
      : {}),
    placeholderData: keepPreviousData,
    // Sign-ins are no change of a tenant.
    refetchInterval: 10_000,
  })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  useTenantChanges(useAtMostEvery(1000, () => void refetch()))
  return {
    entries: useMemo(() => data?.pages.flat(), [data]),
    error,
    older: { more: hasNextPage, busy: isFetchingNextPage, read: () => void fetchNextPage() },
  }
}
