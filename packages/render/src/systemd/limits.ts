import type { Limits } from '@pilot/contract'

/** Limits as unit lines, for user scope; in system scope they are set at run time. */
export const limitLines = ({ memoryMax, cpuQuota, tasksMax }: Limits): string =>
  (memoryMax === undefined ? '' : `MemoryMax=${memoryMax}\n`) +
  (cpuQuota === undefined ? '' : `CPUQuota=${cpuQuota}%\n`) +
  (tasksMax === undefined ? '' : `TasksMax=${tasksMax}\n`)
