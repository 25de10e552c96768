'use client'

import { comparisonCsv, comparisonDocument, type Comparison } from '@pilot/contract'
import { Braces, Sheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { problemOf } from '../../client/problem-of.ts'
import { saveFile } from '../../client/save-file.ts'
import { Button } from '../../components/button.tsx'
import { ExactTime } from '../../components/figures.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { ComparedOn } from './compared-on.tsx'
import { ComparisonGone } from './comparison-gone.tsx'
import { Results } from './results.tsx'
import { RunPanel } from './run-panel.tsx'
import { useComparison } from '../../shared/comparisons/use-comparisons.ts'
import { lastedOf } from '../../shared/comparisons/use-comparison-words.ts'

interface ComparisonPageProps {
  readonly id: string
  readonly pilotAtWork: number | null
}

/** One comparison: how it goes while it runs, and all that it found. */
export const ComparisonPage = ({ id, pilotAtWork }: ComparisonPageProps) => {
  const { data, error } = useComparison(id)
  const problem = error === null ? null : problemOf(error)
  if (problem?.code === 'not-found') return <ComparisonGone />
  if (data === undefined) return problem === null ? <SkeletonRows /> : <ProblemPanel problem={problem} />
  return (
    <>
      {problem === null ? null : <ProblemPanel problem={problem} className="mb-5" />}
      <Header comparison={data} />
      {data.problem === null ? null : <ProblemPanel problem={data.problem} className="mb-6" />}
      {data.state === 'running' ? <RunPanel comparison={data} /> : null}
      {data.results.length === 0 ? null : <Results comparison={data} pilotAtWork={pilotAtWork} />}
      <ComparedOn comparison={data} />
    </>
  )
}

const Header = ({ comparison }: { comparison: Comparison }) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const { id, state, startedAt, count, starts, actor, machine } = comparison
  const file = `pilot-comparison-${id}`
  const lasted = lastedOf({ ...comparison, perTenant: {} })
  return (
    <PageHeader
      title={t.rich('one.title', { time: () => <ExactTime time={startedAt} /> })}
      actions={
        <>
          <Button
            onClick={() => saveFile(`${file}.csv`, comparisonCsv(comparison), 'text/csv;charset=utf-8')}
          >
            <Sheet aria-hidden />
            {t('one.csv')}
          </Button>
          <Button
            onClick={() =>
              saveFile(
                `${file}.json`,
                `${JSON.stringify(comparisonDocument(comparison), null, 2)}\n`,
                'application/json',
              )
            }
          >
            <Braces aria-hidden />
            {t('one.json')}
          </Button>
        </>
      }
    >
      <span data-comparison-state={state} className={state === 'failed' ? 'font-medium text-alarm-ink' : ''}>
        {t(`runStates.${state}`)}
      </span>
      {' · '}
      {t('one.about', { count, starts, actor })}
      {lasted === null ? null : ` · ${formats.duration(lasted)}`}
      {machine === null ? null : ` · ${machine.hostname}`}
    </PageHeader>
  )
}
