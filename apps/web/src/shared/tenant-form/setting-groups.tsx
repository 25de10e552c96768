'use client'

import { settingKeys, settings, type Group, type Kind, type Setting, type SettingKey } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { classNames } from '../../components/class-names.ts'
import { isAsked } from './asked.ts'
import { useFormPlace } from './form-context.tsx'
import { SettingField } from './setting-field.tsx'
import type { SettingValues } from './values.ts'

/** The settings that a form asks for: those of the tenant, each of which brings those of its domains along. */
export const keysFor = (isNew: boolean): readonly SettingKey[] =>
  settingKeys.filter((key) => isFor(settings[key], isNew))

const isFor = ({ of, fixed }: Setting, isNew: boolean): boolean =>
  of === 'tenant' && (isNew || fixed !== true)

interface SettingGroupsProps {
  readonly keys: readonly SettingKey[]
  /** What stands around the fields of a group. */
  readonly children: (group: { title: string; about: string; fields: ReactNode }) => ReactNode
}

/** The fields of these settings, by their groups, both in the order of the table. */
export const SettingGroups = ({ keys, children }: SettingGroupsProps) => {
  const t = useTranslations('tenantForm.groups')
  const asked = useAsked(keys)
  const groups = Map.groupBy(asked, (key): Group => settings[key].group)
  return [...groups].map(([group, keys]) => (
    <Fragment key={group}>
      {children({
        title: t(`${group}.title`),
        about: t(`${group}.about`),
        fields: <SettingFields keys={keys} isAlone={keys.length === 1} />,
      })}
    </Fragment>
  ))
}

interface SettingFieldsProps {
  readonly keys: readonly SettingKey[]
  readonly isAlone?: boolean
}

/** The fields of these settings; short ones share a line. */
export const SettingFields = ({ keys, isAlone = false }: SettingFieldsProps) => {
  const shorts = keys.filter((key) => short.has(settings[key].kind))
  const lookOf = (key: SettingKey): string => {
    if (!shorts.includes(key)) return 'col-span-full'
    return shorts.length === 1 ? 'col-span-full [&_input]:w-40' : ''
  }
  return (
    <div className="@container">
      <div className="grid gap-x-4 gap-y-4 @xs:grid-cols-2 @lg:grid-cols-3">
        {keys.map((key) => (
          <div key={key} className={classNames('min-w-0', lookOf(key))}>
            <SettingField of={key} isAlone={isAlone} />
          </div>
        ))}
      </div>
    </div>
  )
}

const short: ReadonlySet<Kind> = new Set(['time-span', 'bytes', 'percent', 'count'])

const useAsked = (keys: readonly SettingKey[]): SettingKey[] => {
  const { control } = useFormContext<SettingValues>()
  const isNew = useFormPlace().spec === undefined
  return useWatch({
    control,
    compute: (values: SettingValues) => keys.filter((key) => isAsked(key, values, isNew)),
  })
}
