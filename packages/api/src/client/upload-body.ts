import type { Uploaded, UploadOptions } from './called.ts'

export interface UploadBody {
  readonly body: Blob | ReadableStream<Uint8Array>
  /** fetch() asks for it where the body is a stream. */
  readonly duplex?: 'half'
}

/** As much of a ReadableStream as is needed here, whoever declares its type. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly value?: Uint8Array | undefined }>
    cancel(): Promise<void>
  }
}

/** What is sent: as it is read where that can be, else as a whole. */
export const bodyOf = async (
  content: Uploaded,
  sendsStreams: boolean,
  onProgress: UploadOptions['onProgress'],
): Promise<UploadBody> => {
  if (sendsStreams) return { body: streamOf(content, onProgress), duplex: 'half' }
  return { body: content instanceof Blob ? content : await new Response(streamOf(content, undefined)).blob() }
}

const streamOf = (content: Uploaded, onProgress: UploadOptions['onProgress']): ReadableStream<Uint8Array> => {
  const pieces = (content instanceof Blob ? piecesOf(content.stream()) : content)[Symbol.asyncIterator]()
  let sent = 0
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await pieces.next()
        if (next.done === true) {
          controller.close()
          return
        }
        controller.enqueue(next.value)
        sent += next.value.byteLength
        onProgress?.(sent)
      },
      cancel: async () => {
        await pieces.return?.()
      },
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  )
}

/** By its reader: not every browser lets a stream be iterated. */
export const piecesOf = async function* (stream: ByteStream): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { value } = await reader.read()
      if (value === undefined) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
