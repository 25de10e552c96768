import type { ComparisonService } from '@pilot/api/service'
import {
  PilotError,
  type ComparedMemory,
  type ComparedVariant,
  type ComparedVariantResult,
  type Comparison,
  type ComparisonEvent,
  type ComparisonSummary,
} from '@pilot/contract'

const mib = 1024 ** 2
const gib = 1024 ** 3

const variants: ComparedVariant[] = ['tenant', 'user-tenant', 'awake', 'podman', 'docker', 'process']

/** Two that have been, and runs that take about a minute. */
export const simulatedComparisons = (): ComparisonService => {
  const kept: Comparison[] = [finished('c-20261121-0912', 10, 3), finished('c-20261118-1730', 30, 6)]
  const running = new Map<string, { events: ComparisonEvent[]; cancelled: boolean }>()
  const find = (id: string): Comparison => {
    const found = kept.find((each) => each.id === id)
    if (found === undefined) throw new PilotError({ code: 'not-found', what: { code: 'comparison', id } })
    return found
  }
  const replace = (id: string, change: Partial<Comparison>): Comparison => {
    const next = { ...find(id), ...change }
    kept.splice(
      kept.findIndex((each) => each.id === id),
      1,
      next,
    )
    return next
  }
  const carryOut = async (id: string): Promise<void> => {
    const state = running.get(id)
    const { variants: wanted, count, starts } = find(id)
    for (const variant of wanted) {
      for (const [phase, of] of [
        ['create', count],
        ['settle', 1],
        ['memory', 1],
        ['start', starts],
        ['remove', count],
      ] as const)
        for (let done = 0; done <= of; done += 1) {
          state?.events.push({ event: 'progress', variant, phase, done, of })
          await new Promise((resolve) => setTimeout(resolve, 120))
          if (state?.cancelled === true) {
            replace(id, { state: 'cancelled', finishedAt: new Date().toISOString() })
            state.events.push({ event: 'finished', comparison: summary(find(id)) })
            return
          }
        }
      const result = resultOf(variant, count, starts)
      replace(id, { results: [...find(id).results, result] })
      state?.events.push({ event: 'measured', result })
    }
    replace(id, { state: 'done', finishedAt: new Date().toISOString() })
    state?.events.push({ event: 'finished', comparison: summary(find(id)) })
  }
  return {
    startComparison: ({ count, starts, variants: wanted }) => {
      const other = kept.find((each) => each.state === 'running')
      if (other !== undefined) throw new PilotError({ code: 'comparison-running', id: other.id })
      const id = `c-${Date.now()}`
      const begun: Comparison = {
        ...finished(id, count, 0),
        startedAt: new Date().toISOString(),
        finishedAt: null,
        state: 'running',
        starts,
        variants: wanted ?? variants,
        actor: 'operator',
        results: [],
      }
      kept.unshift(begun)
      running.set(id, { events: [], cancelled: false })
      void carryOut(id)
      return Promise.resolve(summary(begun))
    },
    cancelComparison: async ({ id }) => {
      const state = running.get(id)
      if (state !== undefined) state.cancelled = true
      await new Promise((resolve) => setTimeout(resolve, 500))
      return summary(find(id))
    },
    cleanComparisons: () => Promise.resolve({ removed: [] }),
    removeComparison: ({ id }) => {
      kept.splice(kept.indexOf(find(id)), 1)
      return Promise.resolve({})
    },
    comparisons: () => Promise.resolve(kept.map(summary)),
    comparison: ({ id }) => Promise.resolve(find(id)),
    followComparison: async function* ({ id }, _caller, signal) {
      const state = running.get(id)
      if (state === undefined) {
        yield { event: 'finished', comparison: summary(find(id)) }
        return
      }
      let at = Math.max(0, state.events.length - 1)
      while (!signal.aborted) {
        for (; at < state.events.length; at += 1) {
          const event = state.events[at]
          if (event === undefined) continue
          yield event
          if (event.event === 'finished') return
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
  }
}

const summary = (comparison: Comparison): ComparisonSummary => ({
  id: comparison.id,
  startedAt: comparison.startedAt,
  finishedAt: comparison.finishedAt,
  state: comparison.state,
  problem: comparison.problem,
  count: comparison.count,
  starts: comparison.starts,
  variants: comparison.variants,
  actor: comparison.actor,
  perTenant: Object.fromEntries(
    comparison.results.flatMap(({ variant, memory }) =>
      memory === null ? [] : [[variant, memory.perTenant]],
    ),
  ),
})

const finished = (id: string, count: number, daysAgo: number): Comparison => ({
  id,
  startedAt: new Date(Date.now() - daysAgo * 86_400_000 - 240_000).toISOString(),
  finishedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
  state: 'done',
  problem: null,
  count,
  starts: 20,
  variants,
  actor: 'root',
  machine: {
    hostname: 'simulated',
    kernel: '6.18.0-1-amd64',
    cpu: 'Intel(R) Xeon(R) Processor @ 2.60GHz',
    cores: 2,
    memory: 4 * gib,
    controllers: [],
    versions: {
      pilot: '0.1.0',
      debian: '13.2',
      systemd: '257.9',
      postgresql: '17.6',
      caddy: '2.6.2',
      node: '26.10.0',
      podman: '5.4.2',
    },
  },
  method: [
    { code: 'same-program' },
    { code: 'pss' },
    { code: 'first-byte', starts: 20 },
    { code: 'rested', milliseconds: 300 },
    { code: 'podman-without-pids' },
  ],
  results: variants.map((variant) => resultOf(variant, count, 20)),
})

const resultOf = (variant: ComparedVariant, count: number, starts: number): ComparedVariantResult => {
  const given = givenOf[variant]
  if (variant === 'docker')
    return {
      variant,
      state: 'skipped',
      reason: { code: 'engine-missing', engine: 'docker' },
      count: 0,
      memory: null,
      create: null,
      firstByte: null,
      warmByte: null,
    }
  return {
    variant,
    state: 'measured',
    reason: null,
    count,
    memory: memoryOf(given.parts, given.systemd * count, count),
    create: series(given.create, count, 1),
    firstByte: given.first === null ? null : series(given.first, starts, 2),
    warmByte: series(given.warm, starts, 3),
  }
}

const givenOf: Record<
  ComparedVariant,
  {
    parts: Partial<Record<ComparedMemory['parts'][number]['part'], number>>
    systemd: number
    create: number
    first: number | null
    warm: number
  }
> = {
  tenant: { parts: {}, systemd: 14_200, create: 96, first: 71, warm: 2.1 },
  'user-tenant': { parts: { 'user-manager': 2.9 * mib }, systemd: 21_000, create: 310, first: 84, warm: 2.2 },
  awake: { parts: { app: 21 * mib }, systemd: 15_000, create: 118, first: null, warm: 2.1 },
  podman: {
    parts: { app: 7.9 * mib, monitor: 0.7 * mib, network: 0.2 * mib },
    systemd: 9000,
    create: 171,
    first: 177,
    warm: 2.4,
  },
  docker: { parts: {}, systemd: 0, create: 0, first: 0, warm: 0 },
  process: { parts: { app: 17 * mib }, systemd: 11_000, create: 31, first: 44, warm: 1.9 },
}

const memoryOf = (
  parts: Partial<Record<ComparedMemory['parts'][number]['part'], number>>,
  systemdGrowth: number,
  count: number,
): ComparedMemory => {
  const list = Object.entries(parts).map(([part, each]) => ({
    part: part as ComparedMemory['parts'][number]['part'],
    processes: count,
    pss: Math.round(each * count),
  }))
  const pss = list.reduce((sum, part) => sum + part.pss, 0)
  return {
    parts: list,
    systemdGrowth,
    slabGrowth: 15_000 * count,
    cgroup: null,
    availableBefore: 2.7 * gib,
    availableAfter: 2.7 * gib - pss,
    noise: 1.4 * mib,
    perTenant: (pss + systemdGrowth) / count,
  }
}

const series = (median: number, n: number, seed: number) => {
  const values = Array.from(
    { length: n },
    (_, index) =>
      Math.round(median * (0.86 + 0.3 * wave(index * seed + 3, 7.3) + (index === 4 ? 0.7 : 0)) * 10) / 10,
  )
  const sorted = values.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(n / 2)] ?? median, values }
}

const wave = (index: number, period: number): number => (1 + Math.sin((index / period) * Math.PI * 2)) / 2
