import { TenantState, type ListQuery } from '@pilot/contract'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, type inferParserType } from 'nuqs/server'

/** What part of the tenants is looked at, as it stands in the address: `?q=shop&state=awake&sort=created&desc=true`. */
export const viewParsers = {
  q: parseAsString.withDefault(''),
  state: parseAsStringLiteral(['all', ...TenantState.options]).withDefault('all'),
  sort: parseAsStringLiteral(['name', 'state', 'created']).withDefault('name'),
  desc: parseAsBoolean.withDefault(false),
}
export type View = inferParserType<typeof viewParsers>

/** Rows that are fetched at once. */
export const pageSize = 100

/** What the agent is asked for one page, 0 and up. `all` leaves out those that were deleted. */
export const toListQuery = ({ q, state, sort, desc }: View, page: number): ListQuery => {
  const search = q.trim().toLowerCase().slice(0, 100)
  return {
    ...(search === '' ? {} : { search }),
    ...(state === 'all' ? {} : { states: [state] }),
    sort,
    descending: desc,
    offset: page * pageSize,
    limit: pageSize,
    deleted: state === 'deleted',
  }
}

/** The view after a click on a column: sorted by it, or the other way round where it was already. */
export const sortBy = (view: View, sort: View['sort']): View => ({
  ...view,
  sort,
  desc: view.sort === sort && !view.desc,
})
