import type { Host } from '../ports/host.ts'
import type { World } from './world.ts'

/**
 * The same port, with `world.onCall` told before and after each call, also of a port that a call hands to a function it
 * is given. Streams and plain values pass.
 */
export const observe = <Port extends object>(world: World, port: keyof Host, target: Port): Port =>
  new Proxy(target, {
    get: (_, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || typeof name !== 'string' || streams.has(name)) return member
      return async (...args: unknown[]): Promise<unknown> => {
        world.called({ port, method: name, args, phase: 'before' })
        const result: unknown = await Reflect.apply(
          member,
          target,
          args.map((arg) => (isUse(arg) ? (inner: object) => arg(observe(world, port, inner)) : arg)),
        )
        world.called({ port, method: name, args, phase: 'after' })
        return result
      }
    },
  })

/** As of `postgres.session`. */
const isUse = (arg: unknown): arg is (port: object) => unknown => typeof arg === 'function'

const streams = new Set(['watch', 'watchStates', 'follow', 'unitEvents'])
