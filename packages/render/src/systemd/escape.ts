import { enter } from '../cell/enter.ts'

/**
 * The value of ExecStart= and its like, for an argument list. `:` turns off the expansion of `$`, `%%` stands
 * for `%`, and inside double quotes only `"` and `\` mean anything (systemd.service(5), "Command lines").
 */
export const escapeCommand = (command: readonly string[]): string => `:${escapeArguments(command)}`

/** The same for pilot-enter, which starts as root (`+`) and is told the instance by systemd. */
export const escapeEntered = (program: readonly string[]): string =>
  `:+${enter('%i', []).join(' ')} ${escapeArguments(program)}`

const escapeArguments = (command: readonly string[]): string =>
  command.map((argument) => escapeArgument(argument)).join(' ')

const escapeArgument = (argument: string): string =>
  /^[A-Za-z0-9_/.,:=@+-]+$/.test(argument)
    ? argument
    : `"${argument.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`

/**
 * One line of an EnvironmentFile= (systemd.exec(5)). Inside double quotes a backslash escapes `"`, `\`, `` ` ``
 * and `$` as in a shell; nothing is expanded, and `%`, `#` and `;` mean nothing.
 */
export const escapeEnvironmentLine = (name: string, value: string): string =>
  `${name}="${value.replace(/["\\`$]/g, '\\$&')}"\n`
