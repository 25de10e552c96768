import { z } from 'zod'
import { faulty } from './faulty.ts'
import { OperatorName, Password, Role } from './operator.ts'

const token = z.string().min(1).max(200)
/** Whatever was typed: a password that was set under other rules must still be accepted. */
const typed = z.string().max(256)

export const LinkRef = z.object({ token })
export type LinkRef = z.infer<typeof LinkRef>

export const AcceptLinkInput = z.object({ token, password: Password })
export type AcceptLinkInput = z.infer<typeof AcceptLinkInput>

export const SignInInput = z.object({
  name: z.string().max(64),
  password: typed,
  /** The six digits of the second factor, or a recovery code. */
  code: z.string().max(32).optional(),
})
export type SignInInput = z.infer<typeof SignInInput>

export const ChangePasswordInput = z.object({ current: typed, password: Password })
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>

export const ConfirmSecondFactorInput = z.object({ code: z.string().max(32) })
export type ConfirmSecondFactorInput = z.infer<typeof ConfirmSecondFactorInput>

export const RemoveSecondFactorInput = z.object({ password: typed })
export type RemoveSecondFactorInput = z.infer<typeof RemoveSecondFactorInput>

export const OperatorRef = z.object({ name: OperatorName })
export type OperatorRef = z.infer<typeof OperatorRef>

/** A new operator, or a new role for one that exists. */
export const OperatorInput = z.object({ name: OperatorName, role: Role })
export type OperatorInput = z.infer<typeof OperatorInput>

/** Sessions of one operator; without a name one's own. */
export const SessionsQuery = z.object({ operator: OperatorName.optional(), all: z.boolean().default(false) })
export type SessionsQuery = z.infer<typeof SessionsQuery>

export const CredentialRef = z.object({ id: z.string().min(1).max(64) })
export type CredentialRef = z.infer<typeof CredentialRef>

export const AddTokenInput = z.object({
  title: z
    .string()
    .trim()
    .refine((title) => title !== '', faulty({ code: 'token-title' }))
    .max(64),
  role: Role,
  /** Days until it ends, 1 to 365. */
  days: z.int().min(1).max(365),
})
export type AddTokenInput = z.infer<typeof AddTokenInput>

/** A call that the bridge itself refused, because another site's page made it. */
export const ReportForeignInput = z.object({
  /** The name of a procedure, or `unknown`. */
  action: z.string().refine((text) => /^[a-zA-Z]{1,32}$/.test(text), faulty({ code: 'not-procedure' })),
  /** The Origin header, as it came. */
  origin: z.string().max(200).nullable(),
})
export type ReportForeignInput = z.infer<typeof ReportForeignInput>

export const Nothing = z.object({})
export type Nothing = z.infer<typeof Nothing>
