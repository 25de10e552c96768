import type { ComparisonMethod, ContainerEngine, FoundReason } from '@pilot/contract'

/** A container engine's command line. Both speak the same words here but for what stands below. */
export interface Engine {
  readonly variant: ContainerEngine
  /** Why it is not to be had, where it is not. */
  findMissing(): Promise<FoundReason | undefined>
  /** Called before everything else; answers what is to be told of the method. */
  open(): Promise<readonly ComparisonMethod[]>
  /** Runs it with these arguments and answers what it prints. */
  run(args: readonly string[], input?: readonly string[]): Promise<string>
  /**
   * Asked when a container did not start: does without what this machine cannot give, if that was why, and answers
   * what is to be told of the method. Undefined where it knows no remedy.
   */
  relax(error: string): Promise<ComparisonMethod | undefined>
  /** Ends a container at once and removes it. */
  readonly removeCommand: readonly string[]
  /** Names of the processes that serve all containers. */
  readonly daemonNames: readonly string[]
  /** Leaves nothing behind that `open` has made. */
  close(): Promise<void>
}
