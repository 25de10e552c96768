import { everySeconds, spanEndingAt } from './resolutions.ts'

/** Asked after each look, with how many tenants it saw awake: whether the sampler stays for another one. */
export const createStay = (): ((awake: number) => boolean) => {
  let looks = 0
  let quiet = 0
  return (awake) => {
    looks += 1
    quiet = awake > 0 ? 0 : quiet + 1
    return quiet < mostQuiet && looks < mostLooks
  }
}

/** Seconds from now until the next span ends. */
export const untilNextLook = (now: number): number => spanEndingAt(now) + 2 * everySeconds - now

/** A minute: a start costs as much as some looks, so that tenants who wake by turns do not start it each time. */
const mostQuiet = 6

/** An hour: then the timer starts it anew, and nothing that a process gathers can grow. */
const mostLooks = 360
