import type { ComparedVariantResult, ComparisonPhase } from '@pilot/contract'
import { measureMemory, readBaseline } from './memory/measure.ts'
import { settle } from './memory/quiet.ts'
import { rest } from './rest.ts'
import { seriesOf } from './series.ts'
import type { Variant } from './variants/index.ts'

interface Options {
  readonly count: number
  readonly starts: number
  readonly onProgress: (phase: ComparisonPhase, done: number, of: number) => Promise<void>
}

type Measured = Pick<ComparedVariantResult, 'memory' | 'create' | 'firstByte' | 'warmByte'>

/** Makes them, measures what there is because of them, starts them, and removes them, also after a fault. */
export const measureVariant = async (
  variant: Variant,
  { count, starts, onProgress }: Options,
): Promise<Measured> => {
  try {
    await variant.prepare(count)
    await onProgress('settle', 0, 1)
    const noise = await settle()
    const before = await readBaseline(await variant.daemons())

    const create = await repeat(count, 'create', onProgress, (index) => variant.create(index))
    await variant.ready()
    await onProgress('settle', 1, 1)
    await settle()
    await onProgress('memory', 0, 1)
    const memory = await measureMemory({ before, noise, count, found: await variant.find() })
    await onProgress('memory', 1, 1)

    const firstByte = await repeat(starts, 'start', onProgress, async (index) => {
      await variant.stop(index % count)
      await rest()
      return variant.start(index % count)
    })
    const warmByte = await repeat(starts, 'start', onProgress, (index) =>
      // Only those that the starts have left running.
      variant.request(index % Math.min(count, starts)),
    )
    return { memory, create: seriesOf(create), firstByte: seriesOf(firstByte), warmByte: seriesOf(warmByte) }
  } finally {
    await onProgress('remove', 0, 1)
    await variant.remove()
    await onProgress('remove', 1, 1)
  }
}

const repeat = async (
  times: number,
  phase: ComparisonPhase,
  onProgress: Options['onProgress'],
  measureOne: (index: number) => Promise<number>,
): Promise<number[]> => {
  const values: number[] = []
  for (let index = 0; index < times; index += 1) {
    await onProgress(phase, index, times)
    values.push(await measureOne(index))
  }
  await onProgress(phase, times, times)
  return values
}
