import { paint, printLine, type Output } from '../output/output.ts'

/** The last line of a terminal, drawn again ten times a second; without a terminal it stays away. */
export const createStatusLine = (output: Output) => {
  let text: (() => string) | undefined
  let frame = 0
  let timer: NodeJS.Timeout | undefined

  const erase = () => {
    if (timer !== undefined) output.write(eraseLine)
  }
  const draw = () => {
    if (timer === undefined || text === undefined) return
    frame = (frame + 1) % frames.length
    output.write(`${eraseLine}${paint(output, 'cyan', frames[frame] ?? '')} ${text()}`)
  }
  return {
    show: (next: () => string) => {
      text = next
      if (output.isTerminal) timer ??= setInterval(draw, 100)
      draw()
    },
    hide: () => {
      text = undefined
      erase()
    },
    /** A line that stays, above the status line. */
    print: (line: string) => {
      erase()
      printLine(output, line)
      draw()
    },
    close: () => {
      erase()
      clearInterval(timer)
      timer = undefined
    },
  }
}

/** Back to the first column, and erase the line (ECMA-48, EL 2). */
const eraseLine = '\r\u001b[2K'

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
