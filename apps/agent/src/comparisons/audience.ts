import type { ComparisonEvent } from '@pilot/contract'
import { createChannel, type Channel } from '../operations/channel.ts'

/** Those who follow the comparison that runs. */
export interface Audience {
  tell(event: ComparisonEvent): void
  /** The present phase, then what is told, to `finished` or until the reader leaves. */
  follow(signal: AbortSignal): AsyncGenerator<ComparisonEvent, void>
}

export const createAudience = (): Audience => {
  const channels = new Set<Channel<ComparisonEvent>>()
  let phase: ComparisonEvent | undefined
  return {
    tell: (event) => {
      phase = event.event === 'progress' ? event : event.event === 'finished' ? undefined : phase
      for (const channel of channels) {
        channel.push(event)
        if (event.event === 'finished') channel.close()
      }
    },
    follow: async function* (signal) {
      const channel = createChannel<ComparisonEvent>()
      const leave = (): void => channel.close()
      channels.add(channel)
      signal.addEventListener('abort', leave, { once: true })
      if (signal.aborted) leave()
      if (phase !== undefined) channel.push(phase)
      try {
        yield* channel.read()
      } finally {
        channels.delete(channel)
        signal.removeEventListener('abort', leave)
      }
    },
  }
}
