import { AcceptLinkInput } from '@pilot/contract'
import { beginSession } from '../../../server/session-routes.ts'

export const POST = (request: Request): Promise<Response> =>
  beginSession(request, 'acceptLink', AcceptLinkInput, (agent, input) => agent.acceptLink(input))
