'use client'

import type { TenantInspection, TenantName } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Command } from '../../../components/command.tsx'
import { Section } from '../../../components/section.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { FactList } from './fact-list.tsx'
import { Inspected } from './inspected.tsx'

/** Role and database as PostgreSQL has them, and what keeps others out. */
export const DatabaseTab = ({ name }: { name: TenantName }) => (
  <Inspected name={name}>{(inspection) => <Parts name={name} inspection={inspection} />}</Inspected>
)

const Parts = ({ name, inspection: { role, database } }: { name: string; inspection: TenantInspection }) => {
  const t = useTranslations('tenant.database')
  const common = useTranslations('common')
  const formats = useFormats()
  const yesNo = (value: boolean): string => (value ? common('yes') : common('no'))
  return (
    <>
      <Section title={t('database')}>
        {database === null ? (
          <p className="text-ink-2">{t('noDatabase')}</p>
        ) : (
          <FactList
            facts={[
              [t('name'), <code key="name">{database.name}</code>],
              [t('owner'), <code key="owner">{database.owner}</code>],
              [t('size'), formats.bytes(database.bytes)],
              [
                t('publicConnect'),
                <span key="public" className={database.publicConnect ? 'font-medium text-alarm-ink' : ''}>
                  {database.publicConnect ? t('publicYes') : t('publicNo')}
                </span>,
              ],
            ]}
          />
        )}
      </Section>
      <Section title={t('role')}>
        {role === null ? (
          <p className="text-ink-2">{t('noRole')}</p>
        ) : (
          <FactList
            facts={[
              [t('name'), <code key="name">{role.name}</code>],
              [t('login'), yesNo(role.login)],
              [
                t('connectionLimit'),
                role.connectionLimit < 0 ? common('unlimited') : formats.number(role.connectionLimit),
              ],
              [t('superuser'), yesNo(role.superuser)],
              [t('createDatabase'), yesNo(role.createDatabase)],
              [t('createRole'), yesNo(role.createRole)],
            ]}
          />
        )}
      </Section>
      <Section title={t('isolation')}>
        <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 text-ink-2">
          {(['peer', 'sameuser', 'reject', 'connect'] as const).map((rule) => (
            <li key={rule}>
              {t.rich(`rules.${rule}`, {
                name,
                code: (chunks) => <code className="text-ink">{chunks}</code>,
              })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('enter')} description={t('enterHint')}>
        <Command text={`sudo -u ${name} psql ${name}`} />
      </Section>
    </>
  )
}
