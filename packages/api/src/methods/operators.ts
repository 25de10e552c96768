import {
  AcceptLinkInput,
  AddTokenInput,
  ApiToken,
  ChangePasswordInput,
  ConfirmSecondFactorInput,
  CredentialRef,
  LinkRef,
  Me,
  Nothing,
  OneTimeLink,
  Operator,
  OperatorInput,
  OperatorRef,
  RemoveSecondFactorInput,
  ReportForeignInput,
  Session,
  SessionsQuery,
  SignedIn,
  SignInInput,
} from '@pilot/contract'
import { admin, anyone, list, value, viewer } from '../declare.ts'

const byBrowser = { sockets: ['bridge'], sessionOnly: true } as const
const sessionOnly = true

export const operatorMethods = {
  /** Whom the link is for; does not use it up. */
  describeLink: anyone.read(LinkRef, value<Omit<OneTimeLink, 'url'>>()),
  /** Sets the password and signs in; the link is used up, and so is every earlier session and second factor. */
  acceptLink: anyone.change(AcceptLinkInput, value(SignedIn)),
  signIn: anyone.change(SignInInput, value(SignedIn)),
  /** For the audit: one line a minute from the same address. */
  reportForeign: anyone.change(ReportForeignInput, value(Nothing)),
  signOut: viewer.change(Nothing, value(Nothing), byBrowser),
  me: viewer.read(Nothing, value(Me), { sockets: ['bridge'] }),
  /** Ends every other session of the operator. */
  changePassword: viewer.change(ChangePasswordInput, value(Nothing), byBrowser),
  /** A new secret (RFC 6238), which counts once a code of it was confirmed. `uri` is for an authenticator app. */
  startSecondFactor: viewer.change(Nothing, value<{ secret: string; uri: string }>(), byBrowser),
  /** Ten recovery codes, told only now; each holds once. */
  confirmSecondFactor: viewer.change(ConfirmSecondFactorInput, value<RecoveryCodes>(), byBrowser),
  removeSecondFactor: viewer.change(RemoveSecondFactorInput, value(Nothing), byBrowser),

  operators: admin.read(Nothing, list(Operator)),
  addOperator: admin.change(OperatorInput, value(OneTimeLink), { sessionOnly }),
  /** A new link; password, second factor and sessions of before hold no longer. */
  resetOperator: admin.change(OperatorRef, value(OneTimeLink), { sessionOnly }),
  setOperatorRole: admin.change(OperatorInput, value(Operator), { sessionOnly }),
  removeOperator: admin.change(OperatorRef, value(Nothing), { sessionOnly }),

  /** One's own; an admin may ask for another's, or for all. */
  sessions: viewer.read(SessionsQuery, list(Session)),
  revokeSession: viewer.change(CredentialRef, value(Nothing), { sessionOnly }),
  tokens: viewer.read(SessionsQuery, list(ApiToken)),
  /** With at most the caller's own role. The token is told only now. */
  addToken: viewer.change(AddTokenInput, value<ApiToken & { token: string }>(), byBrowser),
  revokeToken: viewer.change(CredentialRef, value(Nothing), { sessionOnly }),
}

interface RecoveryCodes {
  readonly recoveryCodes: readonly string[]
}
