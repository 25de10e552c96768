/** 1 MB, as the agent itself takes. */
export const longestBody = 1024 * 1024

/** The whole body; undefined where it is longer than 1 MB, of which nothing more is read. */
export const readBody = async (request: Request): Promise<Uint8Array | undefined> => {
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > longestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
