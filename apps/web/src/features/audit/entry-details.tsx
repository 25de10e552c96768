'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useRef, type ReactNode } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { ExactTime } from '../../components/figures.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { ActionResult } from '../../shared/audit/action-result.tsx'
import { useActionName } from '../../shared/audit/use-action-name.ts'
import { Origin } from './origin.tsx'
import { entryKey, findEntry, type EntryFound } from './queries.ts'

interface EntryDetailsProps {
  readonly sequence: number
  readonly onOpen: (sequence: number) => void
  readonly onClose: () => void
}

/** All that is known of one entry, beside the table or, where there is no room, above it. */
export const EntryDetails = ({ sequence, onOpen, onClose }: EntryDetailsProps) => {
  const t = useTranslations('audit.details')
  const agent = useAgent()
  const heading = useRef<HTMLHeadingElement>(null)
  const { data, error } = useQuery({
    queryKey: entryKey(sequence),
    queryFn: ({ signal }) => findEntry(agent, sequence, signal),
    // What is written stays.
    staleTime: ({ state }) => (state.data?.entry === undefined ? 0 : Infinity),
  })
  useEffect(() => heading.current?.focus(), [])
  const close = (): void => {
    onClose()
    document.getElementById(`entry-${sequence}`)?.focus()
  }
  return (
    <aside
      aria-label={t('title', { sequence })}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close()
      }}
      className="min-w-0 rounded-lg border bg-surface xl:sticky xl:top-6 xl:order-last xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
    >
      <div className="flex items-center gap-1 border-b py-1.5 pr-1.5 pl-4">
        <h2 ref={heading} tabIndex={-1} className="grow font-semibold outline-none">
          {t('title', { sequence })}
        </h2>
        <Button
          variant="quiet"
          size="icon-small"
          aria-label={t('newer')}
          onClick={() => onOpen(sequence + 1)}
        >
          <ChevronUp aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon-small"
          aria-label={t('older')}
          disabled={sequence <= 1}
          onClick={() => onOpen(sequence - 1)}
        >
          <ChevronDown aria-hidden />
        </Button>
        <Button variant="quiet" size="icon-small" aria-label={t('close')} onClick={close}>
          <X aria-hidden />
        </Button>
      </div>
      <div className="p-4">
        {data === undefined ? (
          error === null ? (
            <Waiting />
          ) : (
            <ProblemPanel problem={problemOf(error)} />
          )
        ) : (
          <Facts sequence={sequence} found={data} />
        )}
      </div>
    </aside>
  )
}

const Waiting = () => (
  <div className="flex h-96 flex-col gap-3">
    <Skeleton className="w-2/3" />
    <Skeleton className="w-1/2" />
    <Skeleton className="w-3/5" />
  </div>
)

const Facts = ({ sequence, found: { entry, previous } }: { sequence: number; found: EntryFound }) => {
  const t = useTranslations('audit.details')
  const nobody = useTranslations('audit')('nobody')
  const nameOf = useActionName()
  if (entry === undefined) return <p className="text-ink-2">{t('missing', { sequence })}</p>
  const { time, actor, action, tenant, result, input, hash } = entry
  return (
    <div className="flex flex-col gap-5">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 [&_dt]:text-ink-3">
        <Fact name={t('method')}>
          {nameOf(action)} <code className="block font-mono text-xs text-ink-3">{action}</code>
        </Fact>
        <Fact name={t('result')}>
          <ActionResult result={result} />
          {result === 'done' ? null : <code className="block font-mono text-xs text-ink-3">{result}</code>}
        </Fact>
        <Fact name={t('time')}>
          <ExactTime time={time} />
        </Fact>
        <Fact name={t('actor')}>{actor === '' ? nobody : actor}</Fact>
        <Fact name={t('source')}>
          <Origin entry={{ ...entry, address: null }} />
        </Fact>
        <Fact name={t('address')}>
          {entry.address === null ? t('local') : <span className="font-mono text-sm">{entry.address}</span>}
        </Fact>
        {tenant === null ? null : (
          <Fact name={t('tenant')}>
            <Link href={`/tenants/${tenant}`} className="font-mono text-sm underline underline-offset-2">
              {tenant}
            </Link>
          </Fact>
        )}
      </dl>
      <div>
        <CodeBlock title={t('input')} language="json" text={JSON.stringify(input, null, 2)} />
        <p className="pt-1 text-xs text-ink-3">{t('inputHint')}</p>
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="font-medium">{t('chain')}</h3>
        <Hash name={t('own')} hash={hash} />
        {previous === undefined ? (
          <p className="text-sm text-ink-2">{t('first')}</p>
        ) : (
          <Hash name={t('previous')} hash={previous.hash} />
        )}
      </div>
    </div>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
)

const Hash = ({ name, hash }: { name: string; hash: string }) => (
  <div>
    <p className="text-xs text-ink-3">{name}</p>
    <p className="flex items-start gap-1">
      <code className="min-w-0 grow font-mono text-xs break-all">{hash}</code>
      <CopyButton text={hash} className="-mt-1" />
    </p>
  </div>
)
