import { z } from 'zod'
import { addFault, faulty } from './faulty.ts'
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
      .refine((text) => text.length <= 4096, faulty({ code: 'argument-long' }))
      .refine((text) => hasNoControls(text), faulty({ code: 'argument-control' }))
      .refine(isUnicodeText, faulty({ code: 'argument-noncharacter' })),
  )
  .refine((words) => words.length >= 1, faulty({ code: 'command-empty' }))
  .refine((words) => words.length <= 64, faulty({ code: 'command-many' }))
  .superRefine(([program = ''], context) => {
    const fault = findProgramFault(program)
    if (fault !== undefined) addFault(context, fault)
  })
export type Command = z.infer<typeof Command>

const hasNoControls = (text: string): boolean => /^[^\u0000-\u001f\u007f]*$/.test(text)

/** The sample app, which every tenant runs that asks for nothing else. */
export const sampleCommand: Command = ['/usr/local/bin/user-rest-api']

/** True for a program that Node runs: `node ...` itself or a script by its ending. */
export const isNodeCommand = (command: Command): boolean =>
  /(^|\/)node$/.test(command[0] ?? '') || isNodeScript(command[0] ?? '')

/** `native` for the sample app and for Node programs, which the preload helps; `proxied` for any other. */
export const defaultActivation = (command: Command): 'native' | 'proxied' =>
  isNodeCommand(command) || JSON.stringify(command) === JSON.stringify(sampleCommand) ? 'native' : 'proxied'

/** True for a file that Node runs by its ending. */
export const isNodeScript = (path: string): boolean => /\.[cm]?[jt]s$/.test(path)
