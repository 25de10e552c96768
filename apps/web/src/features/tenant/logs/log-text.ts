import type { LogLine } from '@pilot/contract'

/** Lines as a text file, in the manner of `journalctl -o short-iso`. */
export const logText = (lines: readonly LogLine[]): string =>
  lines.map((line) => `${lineText(line)}\n`).join('')

const lineText = ({ time, identifier, pid, message }: LogLine): string =>
  `${time} ${identifier}${pid === null ? '' : `[${pid}]`}: ${message}`
