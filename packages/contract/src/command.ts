import { z } from 'zod'
import { findProgramFault } from './program-path.ts'
import { isUnicodeText } from './unicode.ts'

/**
 * The tenant's program as an argument list: first an absolute path (as ExecStart= asks, systemd.service(5)),
 * then its arguments. Up to 64 arguments of up to 4,096 characters, no control characters and no noncharacters.
 */
export const Command = z
  .array(
    z
      .string()
      .max(4096, 'an argument has at most 4,096 characters')
      .regex(/^[^\u0000-\u001f\u007f]*$/, 'an argument holds no control characters and no line break')
      .refine(isUnicodeText, 'an argument holds no Unicode noncharacter, such as U+FFFE'),
  )
  .min(1, 'the command is empty')
  .max(64, 'a command has at most 64 arguments')
  .superRefine(([program = ''], context) => {
    const fault = findProgramFault(program)
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
  })
export type Command = z.infer<typeof Command>

/** The sample app, which every tenant runs that asks for nothing else. */
export const sampleCommand: Command = ['/usr/local/bin/user-rest-api']

/** True for a program that Node runs: `node ...` itself or a script by its ending. */
export const isNodeCommand = (command: Command): boolean =>
  /(^|\/)node$/.test(command[0] ?? '') || isNodeScript(command[0] ?? '')

/** True for a file that Node runs by its ending. */
export const isNodeScript = (path: string): boolean => /\.[cm]?[jt]s$/.test(path)
