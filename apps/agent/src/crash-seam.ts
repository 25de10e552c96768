import type { Host } from '@pilot/host/ports'

/**
 * For tests only (`PILOT_CRASH_AFTER=n`): a host that ends this process by SIGKILL right after its n-th call,
 * whether that succeeded or failed. The agent gives it to operations and to nothing else, so that a test can
 * stop every operation at every line.
 */
export const crashAfter = (host: Host, calls: number, crash: () => void = killSelf): Host => {
  let made = 0
  const count = (): void => {
    made += 1
    if (made === calls) crash()
  }
  const watch = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        if (typeof member === 'object' && member !== null) return watch(member)
        if (typeof member !== 'function') return member
        return (...args: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(member, target, args.map(watchUse))
          if (answer instanceof Promise) return answer.finally(count)
          // userManagers.of() answers a port.
          return typeof answer === 'object' && answer !== null ? watch(answer) : answer
        }
      },
    })
  /** `postgres.session` hands a port to the function that it is given. */
  const watchUse = (arg: unknown): unknown =>
    typeof arg === 'function' ? (port: object): unknown => Reflect.apply(arg, undefined, [watch(port)]) : arg
  return watch(host)
}

const killSelf = (): void => {
  process.kill(process.pid, 'SIGKILL')
}
