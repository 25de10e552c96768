/** Caddy's admin API (caddyserver.com/docs/api). Paths like `/config/apps/http/servers` or `/id/pilot`. */
export interface Caddy {
  /** undefined where the path holds nothing. */
  get(path: string): Promise<unknown>
  /** PUT: creates, or inserts into an array. */
  put(path: string, value: unknown): Promise<void>
  /** PATCH: replaces what is there. */
  patch(path: string, value: unknown): Promise<void>
  /** POST: sets, or appends to an array. */
  post(path: string, value: unknown): Promise<void>
  delete(path: string): Promise<void>
  /** Where the admin API is reached, as configured, such as `unix//run/caddy/admin.sock`. */
  readonly address: string
  /** Asks the admin API for an answer, and the program for its version, such as `v2.10.0`; empty where it has none. */
  version(): Promise<string>
}
