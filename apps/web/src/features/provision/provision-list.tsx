'use client'

import { markTaken, type CreateTenantInput, type ListFault } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { useOperation } from '../../client/use-operation.ts'
import { useFacts } from '../../i18n/use-facts.ts'
import { ListForm } from './list-form.tsx'
import { ListTable } from './list-table.tsx'
import { ManyRun } from './many-run.tsx'
import { parseList } from './parse-list.ts'
import { useTaken } from './use-taken.ts'

/** Tenants from a pasted list or a CSV file, each line checked before any is made. */
export const ProvisionList = () => {
  const t = useTranslations('provision.list')
  const [text, setText] = useState('')
  const read = useDeferredValue(text)
  const facts = useFacts()
  const { tenants, faults } = useMemo(() => parseList(read), [read])
  const taken = useTaken(tenants.length > 0)
  const rows = useMemo(() => markTaken(tenants, taken), [tenants, taken])
  const { run, start, reset } = useOperation()
  const [begun, setBegun] = useState<readonly CreateTenantInput[] | null>(null)

  const inputs = rows.flatMap(({ input }) => (input === null ? [] : [input]))
  const faulty = rows.length - inputs.length
  const canCreate = inputs.length > 0 && faulty === 0 && faults.length === 0

  const make = (tenants: readonly CreateTenantInput[]): void => {
    setBegun(tenants)
    void start((agent, signal) => agent.createList({ tenants: [...tenants] }, signal))
  }
  if (begun !== null)
    return (
      <ManyRun
        run={run}
        total={begun.length}
        onRetry={(failed) =>
          make(failed.length === 0 ? begun : begun.filter(({ name }) => failed.includes(name)))
        }
        onBack={() => {
          reset()
          setBegun(null)
        }}
      />
    )
  const describe = (fault: ListFault): string =>
    'line' in fault ? `${t('line')} ${fault.line}: ${facts.listFault(fault)}` : facts.listFault(fault)
  // Nothing is wrong with a list that nobody has begun yet.
  const error = read.trim() === '' ? undefined : faults.map((fault) => describe(fault))[0]
  const summary = (): string => {
    if (rows.length === 0) return t('none')
    if (faulty > 0) return t('faulty', { count: faulty, total: rows.length })
    return faults.length > 0 ? t('listFaulty') : t('ready', { count: rows.length })
  }
  return (
    <div className="grid grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)] gap-x-12 gap-y-8 max-lg:grid-cols-1">
      <ListForm
        text={text}
        error={error}
        count={canCreate ? rows.filter(({ standing }) => standing !== 'stands').length : 0}
        canCreate={canCreate}
        onChange={setText}
        onCreate={() => make(inputs)}
      />
      <section aria-labelledby="list-title" className="min-w-0">
        <h2 id="list-title" className="font-semibold">
          {t('rows')}
        </h2>
        <p className="mt-0.5 mb-3 text-sm text-ink-2" role="status">
          {summary()}
        </p>
        {rows.length === 0 ? null : <ListTable rows={rows} />}
      </section>
    </div>
  )
}
