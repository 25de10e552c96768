import type { BrowserClient } from '@pilot/api/client/browser'
import type { WatchEvent } from '@pilot/contract'

export type Connection = 'connecting' | 'open' | 'lost' | 'offline'

interface Hooks {
  readonly onEvent: (event: WatchEvent) => void
  readonly onConnection: (connection: Connection) => void
  /** The stream stands, at first or again: whatever was read before it may have changed meanwhile. */
  readonly onStands: () => void
}

/** How long a hidden tab keeps its stream: a browser has six connections for all tabs of a host (HTTP/1.1). */
const hiddenMilliseconds = 60_000
const longestPause = 8000

/** Keeps the stream of changes open while the page is looked at, whatever happens to the agent or the network. */
export const watchAgent = (
  agent: BrowserClient,
  { onEvent, onConnection, onStands }: Hooks,
): (() => void) => {
  let leave: (() => void) | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let hide: ReturnType<typeof setTimeout> | undefined
  let pause = 500
  let stands = false

  const open = (): void => {
    close()
    leave = agent.listen(
      'watch',
      {},
      {
        onItem: (event) => {
          if (!stands) arrive()
          onEvent(event)
        },
        onState: (state) => {
          if (state !== 'open' && stands) lose()
        },
        onProblem: () => {
          lose()
          void findOut()
        },
      },
    )
  }

  const arrive = (): void => {
    stands = true
    pause = 500
    onConnection('open')
    onStands()
  }

  const lose = (): void => {
    stands = false
    onConnection(navigator.onLine ? 'lost' : 'offline')
  }

  // An event stream does not tell why it was refused. A call does; without a session it leads to the sign-in page.
  const findOut = async (): Promise<void> => {
    await agent.me({}).catch(() => undefined)
    retry = setTimeout(open, pause)
    pause = Math.min(pause * 2, longestPause)
  }

  const close = (): void => {
    clearTimeout(retry)
    leave?.()
    leave = undefined
    stands = false
  }

  const onVisibility = (): void => {
    clearTimeout(hide)
    if (document.visibilityState === 'hidden') hide = setTimeout(close, hiddenMilliseconds)
    else if (leave === undefined) open()
  }

  // A browser that knows of no network reaches its own machine all the same: only trying tells.
  const onOffline = (): void => {
    lose()
    open()
  }

  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('online', open)
  window.addEventListener('offline', onOffline)
  open()
  return () => {
    clearTimeout(hide)
    close()
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('online', open)
    window.removeEventListener('offline', onOffline)
  }
}
