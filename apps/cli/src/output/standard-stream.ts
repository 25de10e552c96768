import type { WriteStream } from 'node:tty'
import type { Output } from './output.ts'

/** process.stdout or process.stderr as an `Output`. A reader that leaves early, like head(1), ends us quietly. */
export const standardStream = (stream: WriteStream): Output => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    // hasColors looks at NO_COLOR, FORCE_COLOR and TERM (nodejs.org/api/tty.html).
    colors: stream.isTTY && stream.hasColors(),
    columns: stream.isTTY ? stream.columns : undefined,
  }
}
