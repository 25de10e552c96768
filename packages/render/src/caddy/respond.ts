import type { JsonObject } from './json.ts'

/** A handler that answers with a text of its own. */
export const respond = (
  status: number,
  body: string,
  headers: Readonly<Record<string, readonly string[]>> = {},
): JsonObject => ({
  handler: 'static_response',
  status_code: status,
  headers: { 'Content-Type': ['text/plain; charset=utf-8'], ...headers },
  body,
})
