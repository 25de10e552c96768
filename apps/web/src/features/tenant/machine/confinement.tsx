import type { TenantInspection } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../../i18n/use-formats.ts'
import { FactList } from './fact-list.tsx'
import { writablePaths } from './writable-paths.ts'

/** What /proc says of its program. */
export const Confinement = ({ confinement }: { confinement: TenantInspection['confinement'] }) => {
  const t = useTranslations('tenant.confinement')
  const formats = useFormats()
  if (confinement === null) return <p className="text-ink-2">{t('asleep')}</p>
  const { pid, program, uid, gid, groups, capabilities, noNewPrivileges, filters, namespaces, mounts } =
    confinement
  const writable = writablePaths(mounts)
  return (
    <FactList
      facts={[
        [t('process'), <Words key="process" words={[String(pid), program]} />],
        [t('account'), <Words key="account" words={[`uid=${uid}`, `gid=${gid}`]} />],
        [t('groups'), <Words key="groups" words={groups.map(String)} />],
        [
          t('capabilities'),
          /[^0]/.test(capabilities.effective + capabilities.bounding) ? (
            <Words key="capabilities" words={[capabilities.effective, capabilities.bounding]} alarm />
          ) : (
            t('none')
          ),
        ],
        [
          t('noNewPrivileges'),
          <Held key="privileges" held={noNewPrivileges} text={t(noNewPrivileges ? 'held' : 'open')} />,
        ],
        [
          t('filters'),
          <Held
            key="filters"
            held={filters > 0}
            text={filters > 0 ? t('filterCount', { count: filters }) : t('open')}
          />,
        ],
        [
          t('namespaces'),
          namespaces.length === 0 ? t('none') : <Words key="namespaces" words={namespaces} />,
        ],
        [t('writable'), <Words key="writable" words={writable} />],
        [t('mounts'), formats.number(mounts.length)],
      ]}
    />
  )
}

const Words = ({ words, alarm = false }: { words: readonly string[]; alarm?: boolean }) => (
  <span className={alarm ? 'font-medium text-alarm-ink' : ''}>
    {words.map((word) => (
      <code key={word} className="mr-3 break-all">
        {word}
      </code>
    ))}
  </span>
)

const Held = ({ held, text }: { held: boolean; text: string }) => (
  <span className={held ? '' : 'font-medium text-alarm-ink'}>{text}</span>
)
