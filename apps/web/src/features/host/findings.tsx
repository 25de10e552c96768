import type { Finding } from '@pilot/contract'
import { Check, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '../../components/class-names.ts'
import { Command } from '../../components/command.tsx'
import { useFacts } from '../../i18n/use-facts.ts'
import { groupFindings } from './group-findings.ts'

/** The findings by what they are about, what needs somebody first; each fault with how to mend it. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => {
  const t = useTranslations('host')
  return (
    <div className="flex flex-col gap-6">
      {groupFindings(findings).map(({ group, findings }) => (
        <section key={group} aria-labelledby={`group-${group}`} data-group={group}>
          <div className="flex items-baseline justify-between gap-3 border-b pb-1">
            <h3 id={`group-${group}`} className="text-sm font-medium text-ink-2">
              {t(`groups.${group}`)}
            </h3>
            <span className="text-xs text-ink-3">
              {t('groupCount', {
                met: findings.filter(({ level }) => level === 'ok').length,
                all: findings.length,
              })}
            </span>
          </div>
          <ul>
            {findings.map((finding) => (
              <Row key={finding.id} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const Row = ({ finding: { id, level, found, remedy } }: { finding: Finding }) => {
  const t = useTranslations('host.levels')
  const facts = useFacts()
  const { icon: Icon, look } = levels[level]
  return (
    <li data-finding={id} data-level={level} className="flex gap-2.5 border-b py-2 last:border-b-0">
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', look)} />
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className={classNames('font-medium', level === 'fault' && 'text-alarm-ink')}>
            {facts.findingTitle({ code: id })}
          </span>
          <span className="sr-only">({t(level)})</span>
          <span className="min-w-0 text-sm break-words text-ink-2">{facts.found(found)}</span>
        </p>
        {remedy === null ? null : (
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <span className="min-w-0 break-words">{facts.remedy(remedy)}</span>
            {remedy.command === null ? null : <Command text={remedy.command} />}
          </div>
        )}
      </div>
    </li>
  )
}

const levels: Record<Finding['level'], { readonly icon: LucideIcon; readonly look: string }> = {
  ok: { icon: Check, look: 'text-ink-3' },
  note: { icon: Info, look: 'text-ink-2' },
  fault: { icon: TriangleAlert, look: 'text-alarm-ink' },
}
