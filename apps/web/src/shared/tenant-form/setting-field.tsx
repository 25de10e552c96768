'use client'

import { settings, valueOf, type Setting, type SettingKey } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { RadioCard } from '../../components/radio-card.tsx'
import { useSettingWords, type Words } from '../../i18n/use-setting-words.ts'
import { isNode } from './asked.ts'
import { ChoiceField } from './fields/choice-field.tsx'
import { ListField } from './fields/list-field.tsx'
import { MapField } from './fields/map-field.tsx'
import { OneText } from './fields/one-text.tsx'
import { useFormPlace } from './form-context.tsx'
import type { SettingValues } from './values.ts'

interface SettingFieldProps {
  readonly of: SettingKey
  /** The group's title says what it is. */
  readonly isAlone?: boolean
}

/** The field of a setting of the tenant. */
export const SettingField = ({ of: key, isAlone = false }: SettingFieldProps) => {
  const words = useSettingWords()(key)
  const { spec } = useFormPlace()
  const setting: Setting = settings[key]
  if (setting.kind === 'list') return <ListField of={key} words={words} />
  if (setting.kind === 'map') return <MapField of={key} words={words} isTitled={!isAlone} />
  if (key === 'command') return <ProgramField words={words} />
  if (key === 'activation' && spec === undefined) return <OpenActivation words={words} />
  return (
    <OneText
      path={`texts.${key}`}
      setting={setting}
      words={words}
      stands={valueOf(spec ?? {}, key, setting) !== undefined}
    />
  )
}

/** The sample app, which a tenant runs that asks for nothing else, or any command. */
const ProgramField = ({ words }: { words: Words }) => {
  const t = useTranslations('tenantForm')
  const { register, control } = useFormContext<SettingValues>()
  const program = useWatch({ control, name: 'program' })
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('program')}</legend>
      <div className="grid gap-2 @lg:grid-cols-2">
        <RadioCard {...register('program')} value="sample" title={t('sample')} about={t('sampleAbout')} />
        <RadioCard {...register('program')} value="command" title={t('command')} about={t('commandAbout')} />
      </div>
      {program === 'command' ? (
        <OneText path="texts.command" setting={settings.command} words={words} stands={false} />
      ) : null}
    </fieldset>
  )
}

/** For a new tenant, the agent may choose. */
const OpenActivation = ({ words }: { words: Words }) => {
  const t = useTranslations('tenantForm')
  const { control } = useFormContext<SettingValues>()
  const line = useWatch({ control, name: 'texts.command' })
  return (
    <ChoiceField
      path="texts.activation"
      setting={settings.activation}
      words={words}
      open={{ title: t('fitting'), about: t(isNode(line ?? '') ? 'fittingNative' : 'fittingProxied') }}
    />
  )
}
