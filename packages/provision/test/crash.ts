import { createFakeHost } from '@pilot/host/fake'
import type { World } from '@pilot/host/fake'
import type { Host } from '@pilot/host/ports'

type Work = (host: Host) => Promise<void>

/**
 * Runs `work` in a copy of this world until its n-th crossing into or out of the host; from there on every call
 * fails. Crossings come in pairs, before a call's effect and after it. Answers the world that is left.
 */
export const crashAt = async (from: World, crossing: number, work: Work): Promise<World> => {
  const { host, world } = createFakeHost(from.clone())
  let passed = 0
  world.onCall = () => {
    passed += 1
    if (passed >= crossing) throw new Error('killed')
  }
  // Whatever it throws, the process is dead.
  await work(host).catch(() => undefined)
  return world.clone()
}

/**
 * Every world that a SIGKILL could leave, at whatever crossing into or out of the host it comes. Crossings with no
 * write between them leave the same world, which is told once.
 */
export const crashEverywhere = async (from: World, work: Work): Promise<readonly World[]> => {
  const { host, world } = createFakeHost(from.clone())
  const left = [world.clone()]
  let written = 0
  world.onCall = () => {
    if (world.writes.length === written) return
    written = world.writes.length
    left.push(world.clone())
  }
  await work(host).catch(() => undefined)
  return left
}

/** The same host, of which each call takes so many turns of the event loop as the next of `delays` says, over and over. */
export const slowed = (host: Host, delays: readonly number[]): Host => {
  let calls = 0
  const slow = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        if (typeof member === 'object' && member !== null) return slow(member)
        if (typeof member !== 'function' || name === 'of') return member
        return async (...args: unknown[]): Promise<unknown> => {
          const turns = delays[calls++ % delays.length] ?? 0
          for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
          return Reflect.apply(member, target, args) as unknown
        }
      },
    })
  return slow(host)
}

/** A copy of the world with the work done undisturbed. */
export const after = async (from: World, work: Work): Promise<World> => {
  const { host, world } = createFakeHost(from.clone())
  await work(host)
  return world.clone()
}

/** Equal for worlds from which the same work does the same: all but clocks, and with units as they were loaded. */
export const fingerprint = (world: World): string => {
  const units = [...world.state.units].map(([manager, loaded]) => [
    manager,
    [...loaded].map(([name, unit]) => [name, { ...unit, stateChangedAt: null }]),
  ])
  return JSON.stringify([world.snapshot(), units])
}
