export { createMeter } from './meter.ts'
export type { MeterPlaces } from './meter.ts'
export { createRunLog } from './run-log.ts'
