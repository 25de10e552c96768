import { createHash, randomBytes } from 'node:crypto'

/** So that a find in a log or a repository tells what it is: a session, an API token, a one-time link. */
const prefixes = { session: 'pilot_s_', token: 'pilot_t_', link: 'pilot_l_' } as const
export type CredentialKind = keyof typeof prefixes

/** A new credential of 256 random bits. It is told once; only its hash is kept. */
export const makeCredential = (
  kind: CredentialKind,
): { readonly credential: string; readonly hash: string } => {
  const credential = prefixes[kind] + randomBytes(32).toString('base64url')
  return { credential, hash: hashCredential(credential) }
}

/** SHA-256 without salt is enough for what is random: there is nothing to guess. */
export const hashCredential = (credential: string): string =>
  createHash('sha256').update(credential).digest('hex')

export const isOfKind = (kind: CredentialKind, credential: string): boolean =>
  credential.startsWith(prefixes[kind])

/** Names a session or token, and is no credential. */
export const makeId = (): string => randomBytes(9).toString('base64url')
