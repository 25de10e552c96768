import type { BrowserClient } from '@pilot/api/client/browser'
import { toListQuery, type View } from './view.ts'

/** Names that are asked for at once. */
const portion = 1000

/** The names of the rows `from` to `to` of a view, both counted from 0; `to` may lie behind the last. */
export const collectNames = async (
  agent: Pick<BrowserClient, 'list'>,
  view: View,
  { from = 0, to = Infinity } = {},
): Promise<string[]> => {
  const names: string[] = []
  for (let offset = from; offset <= to; offset += portion) {
    const limit = Math.min(portion, to - offset + 1)
    const { tenants, total } = await agent.list({ ...toListQuery(view, 0), offset, limit })
    names.push(...tenants.map(({ name }) => name))
    if (offset + limit >= total) break
  }
  return names
}
