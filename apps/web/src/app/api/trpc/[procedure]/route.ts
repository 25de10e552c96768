import { forward } from '../../../../server/bridge/forward.ts'

interface Context {
  readonly params: Promise<{ procedure: string }>
}

const handle = async (request: Request, { params }: Context): Promise<Response> =>
  forward(request, (await params).procedure)

export { handle as GET, handle as POST }
