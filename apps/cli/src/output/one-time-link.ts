import type { OneTimeLink } from '@pilot/contract'
import { formatLocalTime } from './local-time.ts'
import { printDocument, printLine, type Output } from './output.ts'

/** The link on a line of its own, to be taken as it is. */
export const printLink = (output: Output, link: OneTimeLink, { json }: { json: boolean }): void => {
  if (json) {
    printDocument(output, link)
    return
  }
  printLine(
    output,
    `${link.operator} (${link.role}) sets a password here, once, until ${formatLocalTime(link.expiresAt)}:`,
  )
  printLine(output, link.url)
}
