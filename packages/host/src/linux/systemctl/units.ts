import { parseTimeSpan } from '@pilot/contract'
import type { ServiceFound, UnitFound } from '../../ports/systemd.ts'
import { timestampNames, timestampOf } from '../timestamps.ts'
import type { Shown } from './show.ts'

export const unitProperties = [
  'Id',
  'LoadState',
  'ActiveState',
  'SubState',
  'Description',
  'FragmentPath',
  'DropInPaths',
  ...timestampNames,
  'NeedDaemonReload',
]

export const toUnit = (shown: Shown): UnitFound => {
  const text = (name: string): string => shown.get(name) ?? ''
  return {
    name: text('Id'),
    load: text('LoadState'),
    active: text('ActiveState'),
    sub: text('SubState'),
    description: text('Description'),
    fragmentPath: text('FragmentPath'),
    dropInPaths: text('DropInPaths')
      .split(' ')
      .filter((path) => path !== ''),
    stateChangedAt: toMilliseconds(text(timestampOf(text('ActiveState')))),
    needsReload: text('NeedDaemonReload') === 'yes',
  }
}

export const serviceProperties = [
  'Result',
  'MainPID',
  'ExecMainCode',
  'ExecMainStatus',
  'User',
  'MemoryCurrent',
  'TasksCurrent',
  'CPUUsageNSec',
  'ControlGroup',
  'MemoryMax',
  'CPUQuotaPerSecUSec',
  'TasksMax',
]

export const toService = (shown: Shown): ServiceFound => ({
  result: shown.get('Result') ?? '',
  mainPid: toNumber(shown.get('MainPID')) || null,
  exitStatus: shown.get('ExecMainCode') === '0' ? null : toNumber(shown.get('ExecMainStatus')),
  user: shown.get('User') ?? '',
  memoryCurrent: toNumber(shown.get('MemoryCurrent')),
  tasksCurrent: toNumber(shown.get('TasksCurrent')),
  cpuUsageNs: toNumber(shown.get('CPUUsageNSec')),
  controlGroup: shown.get('ControlGroup') ?? '',
  memoryMax: toNumber(shown.get('MemoryMax')),
  cpuQuotaPerSecond: toMicroseconds(shown.get('CPUQuotaPerSecUSec')),
  tasksMax: toNumber(shown.get('TasksMax')),
})

/** `Mon 2026-01-31 12:00:00.123456 UTC` as milliseconds since 1970; null for an empty one, which is never. */
const toMilliseconds = (timestamp: string): number | null => {
  const [, day, time] = /^\w+ ([\d-]+) ([\d:]+\.\d{3})\d* UTC$/.exec(timestamp) ?? []
  return day === undefined || time === undefined ? null : Date.parse(`${day}T${time}Z`)
}

/** null for `[not set]`, `infinity`, and 2^64-1, which older versions print. */
const toNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) && BigInt(text) !== 2n ** 64n - 1n ? Number(text) : null

const toMicroseconds = (timeSpan: string | undefined): number | null => {
  const milliseconds = parseTimeSpan(timeSpan ?? '')
  return milliseconds === undefined ? null : milliseconds * 1000
}
