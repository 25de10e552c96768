'use client'

import type { BrowserClient } from '@pilot/api/client/browser'
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { pagesOf, rowFinder } from './pages.ts'
import { useSettled } from '../../client/use-settled.ts'
import { isSameView, toListQuery, type View } from './view.ts'

type ListAnswer = Awaited<ReturnType<BrowserClient['list']>>

/** The first page as the server rendered it. */
export interface InitialList {
  readonly view: View
  readonly answer: ListAnswer
}

/**
 * The rows of a view around those that are seen. While another view is on its way the rows of the last one stay, and
 * a request that nobody waits for any more is aborted.
 */
export const useTenantRows = (wanted: View, seen: { first: number; last: number }, initial: InitialList) => {
  const agent = useAgent()
  const [shown, setShown] = useState(wanted)
  const first = useQuery(pageQuery(agent, wanted, 0, initial))
  if (first.data !== undefined && !isSameView(shown, wanted)) setShown(wanted)

  // Whoever drags the scrollbar passes many pages and wants the last one.
  const numbers = useSettled(pagesOf(seen.first, seen.last).join(), 60)
  const pages = [...new Set([0, ...numbers.split(',').map(Number)])]
  const answers = useQueries({ queries: pages.map((page) => pageQuery(agent, shown, page, initial)) })
  const [top] = answers
  return {
    find: rowFinder(
      answers.map(({ data }, index) => ({ page: pages[index] ?? 0, tenants: data?.tenants ?? [] })),
    ),
    total: top?.data?.total ?? 0,
    counts: top?.data?.counts ?? null,
    /** The view that the rows belong to. */
    shown,
    isLoading: !isSameView(shown, wanted) && first.isFetching,
    problem: first.error === null ? null : problemOf(first.error),
    retry: () => void first.refetch(),
  }
}

const pageQuery = (agent: BrowserClient, view: View, page: number, initial: InitialList) => {
  const query = toListQuery(view, page)
  return queryOptions({
    queryKey: queryKeys.list(query),
    queryFn: ({ signal }) => agent.list(query, signal),
    ...(page === 0 && isSameView(view, initial.view) ? { initialData: initial.answer } : {}),
  })
}
