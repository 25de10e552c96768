/** 1 MB, as the agent itself takes. */
export const longestBody = 1024 * 1024

/** The whole body; undefined where it is longer than 1 MB. */
export const readBody = async (request: Request): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    // What is too long is still read, and dropped: an answer before the end of a body is a broken connection for
    // Caddy, and 502 for whoever asked. But not for ever.
    if (length <= longestBody) chunks.push(chunk)
    else if (length > longestRead) return undefined
  }
  return length > longestBody ? undefined : Buffer.concat(chunks, length)
}

const longestRead = 8 * longestBody
