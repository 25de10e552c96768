import { z } from 'zod'
import { faulty } from './faulty.ts'

/**
 * What an operator of the web interface may do; each role includes those before it.
 * - `viewer`: sees tenants, logs and findings, but no value of an environment variable
 * - `operator`: makes, changes and deletes tenants
 * - `admin`: manages operators, their sessions and tokens
 */
export const Role = z.enum(['viewer', 'operator', 'admin'])
export type Role = z.infer<typeof Role>

/** True where `role` includes what `needed` may do. */
export const includesRole = (role: Role, needed: Role): boolean =>
  Role.options.indexOf(role) >= Role.options.indexOf(needed)

/** The name that an operator signs in with: 1 to 32 characters. */
export const OperatorName = z
  .string()
  .refine((name) => /^[a-z][a-z0-9._-]{0,31}$/.test(name), faulty({ code: 'operator-name' }))
  .brand('OperatorName')
export type OperatorName = z.infer<typeof OperatorName>

/** A new password: 12 to 256 characters of any kind (NIST SP 800-63B, 5.1.1.2: length, no rules of composition). */
export const Password = z
  .string()
  .refine((password) => password.length >= 12, faulty({ code: 'password-short' }))
  .refine((password) => password.length <= 256, faulty({ code: 'password-long' }))
export type Password = z.infer<typeof Password>

/** Somebody who may sign in to the web interface. */
export const Operator = z.object({
  name: z.string(),
  role: Role,
  /** `invited`: has a one-time link, or had one, but has not set a password with it. */
  state: z.enum(['invited', 'active']),
  /** True where a code is asked for besides the password (TOTP, RFC 6238). */
  secondFactor: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When the operator's last call arrived; null before the first. */
  lastSeenAt: z.iso.datetime().nullable(),
  /** Until when the one-time link holds; null where there is none. */
  linkExpiresAt: z.iso.datetime().nullable(),
})
export type Operator = z.infer<typeof Operator>

/** One sign-in of an operator, from one browser. */
export const Session = z.object({
  /** Names it, and is no credential. */
  id: z.string(),
  operator: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** When it ends whatever happens. It ends earlier when it is not used. */
  expiresAt: z.iso.datetime(),
  /** Where it was opened from, as Caddy saw it. */
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** True for the session that asks. */
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>

/** A credential for scripts: a role and an end. */
export const ApiToken = z.object({
  id: z.string(),
  operator: z.string(),
  title: z.string(),
  role: Role,
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
})
export type ApiToken = z.infer<typeof ApiToken>

/** Who asks. */
export const Me = z.object({
  operator: z.string(),
  role: Role,
  /** What the caller showed: a browser's session or an API token. */
  credential: z.enum(['session', 'token']),
  expiresAt: z.iso.datetime(),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.int(),
  /** True where the host is the simulated one of `pnpm dev`. */
  simulated: z.boolean(),
  hostname: z.string(),
})
export type Me = z.infer<typeof Me>

/** What a sign-in gives: the token is the credential, and told only once. */
export const SignedIn = z.object({
  token: z.string(),
  operator: z.string(),
  role: Role,
  expiresAt: z.iso.datetime(),
})
export type SignedIn = z.infer<typeof SignedIn>

/** A link that sets an operator's password, once. */
export const OneTimeLink = z.object({
  operator: z.string(),
  role: Role,
  /** The whole address; the token is its fragment, which browsers keep to themselves. */
  url: z.string(),
  expiresAt: z.iso.datetime(),
})
export type OneTimeLink = z.infer<typeof OneTimeLink>
