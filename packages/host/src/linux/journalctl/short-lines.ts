/** The lines of a program's output that hold at most `longest` bytes; longer ones are left out and never held. */
export async function* shortLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<string> {
  let parts: Uint8Array[] = []
  let length = 0
  const add = (part: Uint8Array): void => {
    length += part.byteLength
    if (length <= longest) parts.push(part)
    else parts = []
  }
  const take = (): string | undefined => {
    const line = length <= longest ? Buffer.concat(parts).toString('utf8') : undefined
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let begin = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, begin)) {
      add(chunk.subarray(begin, end))
      const line = take()
      if (line !== undefined) yield line
      begin = end + 1
    }
    add(chunk.subarray(begin))
  }
  const last = length > 0 ? take() : undefined
  if (last !== undefined) yield last
}

const newline = 0x0a

/** The beginning of a text; a copy, since a slice keeps the whole in memory. */
export const cutTo = (text: string, characters: number): string =>
  text.length <= characters ? text : `${Buffer.from(text.slice(0, characters)).toString('utf8')}…`
