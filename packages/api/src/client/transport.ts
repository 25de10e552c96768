import type { Problem } from '@pilot/contract'
import type { TRPCUntypedClient } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import type { ByteStream, UploadBody } from './upload-body.ts'

/** The ways to the agent: tRPC for what is JSON, and as they are for bytes. */
export interface Transport {
  readonly trpc: TRPCUntypedClient<AnyRouter>
  readonly raw: RawTransport
  /** What an answer tells as its problem, where it is one. */
  readonly readProblem: (told: unknown) => Problem | undefined
  /** Makes the errors of either ours. */
  readonly translate: (error: unknown) => unknown
}

interface RawTransport {
  /** Where the methods are. */
  readonly url: string
  /** As much of fetch() as is needed here. */
  readonly fetch: (url: string, request: RawRequest) => Promise<RawAnswer>
  /** True where a body can be sent as it is read. */
  readonly sendsStreams: () => boolean
}

export interface RawRequest extends Partial<UploadBody> {
  readonly method: 'GET' | 'POST'
  readonly signal?: AbortSignal
}

export interface RawAnswer {
  readonly ok: boolean
  readonly status: number
  readonly body: ByteStream | null
  json(): Promise<unknown>
}
