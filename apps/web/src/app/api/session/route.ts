import { SignInInput } from '@pilot/contract'
import { beginSession, endSession } from '../../../server/session-routes.ts'

export const POST = (request: Request): Promise<Response> =>
  beginSession(request, 'signIn', SignInInput, (agent, input) => agent.signIn(input))

export const DELETE = (request: Request): Promise<Response> => endSession(request)
