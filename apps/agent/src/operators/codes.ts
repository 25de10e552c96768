import { randomBytes } from 'node:crypto'
import { PilotError } from '@pilot/contract'
import { Secret, TOTP } from 'otpauth'
import type { SecondFactor } from '../store/operators.ts'
import { hashCredential } from './credential.ts'

/** A new secret of 160 bits, as RFC 4226 (4, R6) recommends, in base32. */
export const makeSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads from the picture (Key URI format). */
export const uriOf = (secret: string, label: string): string => totpOf(secret, label).toString()

/** The time step whose code this is, of this moment or one before or after; undefined where it is none. */
export const findStep = (secret: string, code: string, now: Date): number | undefined => {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta
}

/**
 * The second factor after this code was used, be it one of the app or a recovery code.
 * @throws PilotError `sign-in-failed` where it is neither, or was used before
 */
export const useCode = (factor: SecondFactor, code: string, now: Date): SecondFactor => {
  const plain = code.toLowerCase().replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) {
    const step = findStep(factor.secret, plain, now)
    // A code that somebody has read over a shoulder is worth nothing (RFC 6238, 5.2).
    if (step === undefined || step <= factor.lastStep) throw new PilotError({ code: 'sign-in-failed' })
    return { ...factor, lastStep: step }
  }
  const hash = hashCredential(plain)
  if (!factor.recoveryHashes.includes(hash)) throw new PilotError({ code: 'sign-in-failed' })
  return { ...factor, recoveryHashes: factor.recoveryHashes.filter((other) => other !== hash) }
}

/** Ten codes of 80 bits such as `k3ab-9x2q-...`, and their hashes. */
export const makeRecoveryCodes = (): { codes: readonly string[]; hashes: readonly string[] } => {
  const plain = Array.from({ length: 10 }, makeRecoveryCode)
  return {
    codes: plain.map((code) => code.replace(/(.{4})(?=.)/g, '$1-')),
    hashes: plain.map(hashCredential),
  }
}

const period = 30

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Pilot', label, secret, algorithm: 'SHA1', digits: 6, period })

// 16 of 32 characters, none of which looks like another; 256 is a multiple of 32, so each is as likely.
const makeRecoveryCode = (): string =>
  [...randomBytes(16)].map((byte) => letters.charAt(byte % letters.length)).join('')

const letters = '023456789abcdefghjkmnpqrstuvwxyz'
