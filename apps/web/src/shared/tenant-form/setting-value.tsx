import { settings, writeSetting, type Kind, type Setting, type SettingKey } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyButton } from '../../components/copy-button.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { useSettingWords } from '../../i18n/use-setting-words.ts'

interface SettingValueProps {
  readonly settingKey: SettingKey
  readonly value: unknown
  /** Tells also the values of a map, not only its names. */
  readonly whole: boolean
}

/** A value as people read it; of a secret only that there is one. */
export const SettingValue = ({ settingKey, value, whole }: SettingValueProps) => {
  const t = useTranslations('tenantForm')
  const formats = useFormats()
  const { choices } = useSettingWords()(settingKey)
  const setting: Setting = settings[settingKey]
  if (setting.secret === true) return t('secretStands')
  const text = writeSetting(setting, value)
  const shown: Readonly<Record<Kind, () => ReactNode>> = {
    choice: () => choices[text]?.title ?? text,
    'time-span': () => text,
    bytes: () => formats.bytes(Number(value)),
    percent: () => t('percent', { percent: Number(value) }),
    count: () => formats.number(Number(value)),
    command: () => <Code text={text} />,
    text: () => <Code text={text} />,
    lines: () => <pre className="max-h-40 overflow-auto font-mono text-xs whitespace-pre">{text}</pre>,
    list: () => text.split(' ').join(', '),
    map: () => <Variables values={value as object} whole={whole} />,
  }
  return shown[setting.kind]()
}

export const Code = ({ text }: { text: string }) => (
  <span className="inline-flex max-w-full items-center gap-1">
    <code className="min-w-0 font-mono text-sm break-all">{text}</code>
    <CopyButton text={text} className="-my-1" />
  </span>
)

const Variables = ({ values, whole }: { values: object; whole: boolean }) => (
  <ul>
    {Object.entries(values).map(([name, value]) => (
      <li key={name} className="font-mono text-sm break-all">
        {whole ? `${name}=${String(value)}` : name}
      </li>
    ))}
  </ul>
)
