import type { TenantStatus } from '@pilot/contract'
import { pageSize } from './view.ts'

/** The pages that hold the rows `first` to `last`, both counted from 0; always at least the first page. */
export const pagesOf = (first: number, last: number): number[] => {
  const from = Math.floor(Math.max(0, first) / pageSize)
  const to = Math.floor(Math.max(0, first, last) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

export interface Page {
  readonly page: number
  readonly tenants: readonly TenantStatus[]
}

/** Finds the tenant of a row; undefined where its page has not come yet. */
export const rowFinder = (pages: readonly Page[]): ((index: number) => TenantStatus | undefined) => {
  const byNumber = new Map(pages.map(({ page, tenants }) => [page, tenants]))
  return (index) => byNumber.get(Math.floor(index / pageSize))?.[index % pageSize]
}
