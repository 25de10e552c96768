import {
  HostSamples,
  HostSamplesQuery,
  Nothing,
  TenantSamples,
  TenantSamplesQuery,
  WakeTimes,
  WakeTimesQuery,
} from '@pilot/contract'
import { value, viewer } from '../declare.ts'

/** What was measured over time. */
export const sampleMethods = {
  hostSamples: viewer.read(HostSamplesQuery, value(HostSamples)),
  tenantSamples: viewer.read(TenantSamplesQuery, value(TenantSamples)),
  wakeTimes: viewer.read(WakeTimesQuery, value(WakeTimes)),
  /** The newest figures in the text format of Prometheus (prometheus.io, Exposition formats). */
  metrics: viewer.read(Nothing, value<{ text: string }>()),
}
