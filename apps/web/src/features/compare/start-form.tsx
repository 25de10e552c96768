'use client'

import {
  ComparedVariant,
  CompareInput,
  inputFaultOf,
  type ComparisonSummary,
  type Problem,
} from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type SyntheticEvent } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Input } from '../../components/input.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useFacts } from '../../i18n/use-facts.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { comparisonAddress } from '../../shared/comparisons/queries.ts'
import { estimate } from './estimate.ts'
import { VariantChoice } from './variant-choice.tsx'

/** What is to be compared, what that will do to this machine, and the button that begins it. */
export const StartForm = ({ earlier }: { earlier: readonly ComparisonSummary[] }) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const facts = useFacts()
  const [count, setCount] = useState('10')
  const [starts, setStarts] = useState('20')
  const [variants, setVariants] = useState<readonly ComparedVariant[]>(ComparedVariant.options)
  const { start, busy, problem } = useStart()

  const all = variants.length === ComparedVariant.options.length
  const input = CompareInput.safeParse({
    count: Number(count.trim() === '' ? Number.NaN : count),
    starts: Number(starts.trim() === '' ? Number.NaN : starts),
    // All that this machine can: what it cannot is then told as skipped.
    ...(all ? {} : { variants }),
  })
  const faultOf = (field: string): string | undefined => {
    const issue = input.error?.issues.find(({ path }) => path[0] === field)
    return issue === undefined ? undefined : facts.inputFault(inputFaultOf(issue))
  }
  const lasts = input.success ? estimate({ ...input.data, variants }, earlier) : null

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (input.success) void start(input.data)
  }
  return (
    <form
      aria-labelledby="start"
      noValidate
      onSubmit={submit}
      className="grid gap-x-12 gap-y-5 pb-8 lg:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <h2 id="start" className="font-semibold">
          {t('start.title')}
        </h2>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('start.count')} hint={t('start.countHint')} error={faultOf('count')}>
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={1}
                max={1000}
                value={count}
                onChange={({ target }) => setCount(target.value)}
              />
            )}
          </Field>
          <Field label={t('start.starts')} hint={t('start.startsHint')} error={faultOf('starts')}>
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={20}
                max={500}
                value={starts}
                onChange={({ target }) => setStarts(target.value)}
              />
            )}
          </Field>
        </div>
        <VariantChoice chosen={variants} onChange={setVariants} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <h3 className="font-semibold">{t('start.what')}</h3>
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-ink-2">
          <li>{t('start.makes', { count: Number(count) || 0 })}</li>
          <li>{t('start.measures', { starts: Number(starts) || 0 })}</li>
          <li>{t('start.removes')}</li>
          <li>{t('start.busy')}</li>
          <li>
            {lasts === null
              ? t('start.lastsUnknown')
              : t('start.lasts', { duration: formats.duration(lasts) })}
          </li>
        </ul>
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <Button type="submit" variant="primary" className="self-start" busy={busy} disabled={!input.success}>
          {t('start.action')}
        </Button>
      </div>
    </form>
  )
}

/** Begins a comparison and leads to its page. */
const useStart = () => {
  const agent = useAgent()
  const cache = useQueryClient()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (input: CompareInput): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      const { id } = await agent.startComparison(input)
      router.push(comparisonAddress(id))
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
    void cache.invalidateQueries({ queryKey: queryKeys.comparisons })
  }
  return { start, busy, problem }
}
