import type { SampleService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'

export const sampleMethods = (_agent: Agent): SampleService => ({
  hostSamples: () => Promise.reject(new Error('samples are not there yet')),
  tenantSamples: () => Promise.reject(new Error('samples are not there yet')),
  wakeTimes: () => Promise.reject(new Error('samples are not there yet')),
  metrics: () => Promise.reject(new Error('samples are not there yet')),
})
