import {
  PilotError,
  type ComparedVariant,
  type ComparedVariantResult,
  type ComparisonFault,
  type ComparisonMethod,
  type ComparisonPhase,
  type Problem,
  type VariantReason,
} from '@pilot/contract'
import type { CompareAgent } from './agent.ts'
import { readMachine } from './machine.ts'
import { faultOf } from './measure-error.ts'
import { measureVariant } from './measure-variant.ts'
import { methodOf } from './method.ts'
import { availableMemory } from './memory/meminfo.ts'
import { planCount } from './plan-count.ts'
import { createVariants, type Variant } from './variants/index.ts'

/** Carries out the comparison that the agent has begun, if there is one. */
export const compare = async (agent: CompareAgent): Promise<void> => {
  const { running } = await agent.work()
  if (running === null) return
  const { id } = running
  const problem = await attempt(async () => {
    const machine = await readMachine()
    await agent.report({ report: 'machine', id, machine, method: methodOf(running, []) })
    const variants = createVariants({ agent, id, machine })
    const notes: ComparisonMethod[] = []
    for (const variant of running.variants) {
      const result = await measure(variants[variant], running, agent)
      notes.push(...variants[variant].notes())
      await agent.report({ report: 'machine', id, machine, method: methodOf(running, notes) })
      await agent.report({ report: 'measured', id, result })
    }
  })
  await agent.report({ report: 'ended', id, problem })
}

interface Asked {
  readonly id: string
  readonly count: number
  readonly starts: number
}

/** One variant from nothing to nothing. A fault ends this variant and leaves the others. */
const measure = async (
  variant: Variant,
  { id, count, starts }: Asked,
  agent: CompareAgent,
): Promise<ComparedVariantResult> => {
  const without = {
    variant: variant.variant,
    count: 0,
    memory: null,
    create: null,
    firstByte: null,
    warmByte: null,
  }
  const missing = await variant.findMissing()
  if (missing !== undefined) return { ...without, state: 'skipped', reason: missing }
  const plan = planCount({ asked: count, available: await availableMemory(), each: variant.expectedBytes })
  if (plan.count === 0) return { ...without, state: 'skipped', reason: plan.reason }
  try {
    const measured = await measureVariant(variant, {
      count: plan.count,
      starts,
      onProgress: progressOf(agent, id, variant.variant),
    })
    return {
      variant: variant.variant,
      state: 'measured',
      reason: plan.reason,
      count: plan.count,
      ...measured,
    }
  } catch (error) {
    console.error(error)
    return { ...without, state: 'failed', reason: reasonOf(error) }
  }
}

const reasonOf = (error: unknown): VariantReason =>
  error instanceof PilotError
    ? { code: 'problem', problem: error.problem }
    : { code: 'failed', fault: faultOf(error) }

/** Told at most four times a second: telling takes time from the processor that is being measured. */
const progressOf = (agent: CompareAgent, id: string, variant: ComparedVariant) => {
  let last = { phase: '', at: 0 }
  return async (phase: ComparisonPhase, done: number, of: number): Promise<void> => {
    const now = performance.now()
    if (last.phase === phase && done < of && now - last.at < 250) return
    last = { phase, at: now }
    await agent.report({ report: 'progress', id, variant, phase, done, of })
  }
}

const attempt = async (work: () => Promise<void>): Promise<Problem | null> => {
  try {
    await work()
    return null
  } catch (error) {
    console.error(error)
    if (error instanceof PilotError && error.problem.code !== 'internal') return error.problem
    return { code: 'comparison-failed', detail: endingFault(error) }
  }
}

const endingFault = (error: unknown): ComparisonFault =>
  error instanceof PilotError && error.problem.code === 'internal' ? error.problem : faultOf(error)
