import type { SampleService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { findRecord } from '../tenants/find-record.ts'

type Parts = Pick<Agent, 'store' | 'samples' | 'now'>

export const sampleMethods = (agent: Parts): SampleService => ({
  hostSamples: async ({ hours }) => agent.samples.host(hours, agent.now()),
  tenantSamples: async ({ name, hours }) => {
    findRecord(agent, name)
    return agent.samples.tenant(name, hours, agent.now())
  },
  wakeTimes: async ({ name, hours }) => {
    if (name !== undefined) findRecord(agent, name)
    return agent.samples.wakeTimes(name, hours, agent.now())
  },
  metrics: async () => ({ text: agent.samples.metrics() }),
})
