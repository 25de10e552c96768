import type { OperationEvent } from '@pilot/contract'

/** What shows the events of an operation. */
export interface Progress {
  take(event: OperationEvent): void
  close(): void
}
