import type { PilotClient } from '@pilot/api/client'
import type { Command } from 'commander'
import type { Output } from './output/output.ts'

/** What a command may use of the world around it; tests pass their own. */
export interface Pilot {
  readonly stdout: Output
  readonly stderr: Output
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** The agent, for root; anybody else is refused with what `need` says before a call is made. */
  connect(use: Use): Promise<PilotClient>
  /** The agent, for anybody: for root all of it, for others the units' states and the checks only. */
  connectForCheck(): Promise<PilotClient>
  /**
   * The text of a file, of standard input for `-`.
   * @throws PilotError `invalid-input` where it cannot be read
   */
  readFile(path: string): Promise<string>
  /** Leaves the agent's socket, so that the process can end. */
  close(): Promise<void>
}

export interface Use {
  /** The command's name, for the sentence that refuses it. */
  readonly command: string
  readonly changes: boolean
}

/** A command, ready to be put into the program. */
export type CommandModule = (pilot: Pilot) => Command
