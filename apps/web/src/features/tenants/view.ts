import { TenantState, type ListQuery } from '@pilot/contract'
import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'

/** What part of the tenants is looked at, as it stands in the address: `?q=shop&state=awake&sort=created&desc=true`. */
export const viewParsers = {
  q: parseAsString.withDefault(''),
  /** One state or several, parted by commas; empty for all that are present. */
  state: parseAsArrayOf(parseAsStringLiteral(TenantState.options)).withDefault([]),
  sort: parseAsStringLiteral(['name', 'state', 'created']).withDefault('name'),
  desc: parseAsBoolean.withDefault(false),
}
export type View = inferParserType<typeof viewParsers>

/** Rows that are fetched at once. */
export const pageSize = 100

/** What the agent is asked for one page, 0 and up. Those that were deleted are told only where they are asked for. */
export const toListQuery = ({ q, state, sort, desc }: View, page: number): ListQuery => {
  const search = q.trim().toLowerCase().slice(0, 100)
  return {
    ...(search === '' ? {} : { search }),
    ...(state.length === 0 ? {} : { states: state }),
    sort,
    descending: desc,
    offset: page * pageSize,
    limit: pageSize,
    deleted: state.includes('deleted'),
  }
}

/** The view after a click on a column: sorted by it, or the other way round where it was already. */
export const sortBy = (view: View, sort: View['sort']): View => ({
  ...view,
  sort,
  desc: view.sort === sort && !view.desc,
})

/** True where the same tenants are shown in the same order. */
export const isSameView = (one: View, other: View): boolean =>
  JSON.stringify(toListQuery(one, 0)) === JSON.stringify(toListQuery(other, 0))

/** True where neither a search nor a state is chosen. */
export const isWholeList = ({ q, state }: View): boolean => q.trim() === '' && state.length === 0
