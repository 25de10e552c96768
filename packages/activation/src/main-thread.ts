/**
 * True once in each process: in its main thread, where the preload is before any worker. A worker has its process's
 * pid and a copy of its environment, and so this mark. node:worker_threads would tell them apart too, but it loads
 * six modules, some 1 ms of a cold start.
 */
export const claimMainThread = (environment: NodeJS.ProcessEnv = process.env): boolean => {
  const pid = String(process.pid)
  if (environment[mark] === pid) return false
  environment[mark] = pid
  return true
}

const mark = 'PILOT_PRELOADED'
