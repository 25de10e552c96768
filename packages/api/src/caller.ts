import type { Role } from '@pilot/contract'

/** Who calls. `source` is the socket: it alone decides what is permitted, on the bridge together with `operator`. */
export interface Caller {
  readonly source: 'root' | 'bridge' | 'status'
  /** For the audit: `root`, `root (sudo alice)` or an operator's name. */
  readonly actor: string
  /** Where the browser or script is, as Caddy saw it; null on other sockets than the bridge. For audit and rate limits. */
  readonly address: string | null
  readonly userAgent: string | null
  /** On the bridge: who has signed in; null where nobody has. */
  readonly operator: SignedInOperator | null
}

export interface SignedInOperator {
  readonly name: string
  readonly role: Role
  readonly credential: 'session' | 'token'
  /** Of the session or token. */
  readonly id: string
}
