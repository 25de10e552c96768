import { nextPath } from '../../../../server/next-path.ts'
import { leaveEndedSession } from '../../../../server/session-routes.ts'

export const GET = (request: Request): Promise<Response> =>
  leaveEndedSession(request, nextPath(new URL(request.url).searchParams.get('next')))
