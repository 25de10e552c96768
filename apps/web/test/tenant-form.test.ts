import { capital, settingKeys, settings, TenantSpec, type Setting, type SettingKey } from '@pilot/contract'
import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FormProvider, useForm } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { settingWords } from '../messages/facts.ts'
import { messages } from '../messages/index.ts'
import { FormPlaceContext, type FormPlace } from '../src/shared/tenant-form/form-context.tsx'
import { useSettingFacts } from '../src/shared/tenant-form/setting-facts.tsx'
import { keysFor, SettingGroups } from '../src/shared/tenant-form/setting-groups.tsx'
import { newValues, valuesOf, type SettingValues } from '../src/shared/tenant-form/values.ts'

const spec = TenantSpec.parse({
  name: 'shop',
  command: ['/srv/shop/server'],
  activation: 'proxied',
  domains: ['shop.example.com'],
  environment: { KEY: 'a-value' },
})
const nobody: FormPlace = { openDomain: '', ownerOf: () => undefined }

describe.each(['en', 'de'] as const)('in %s', (locale) => {
  const draw = (page: ReactNode): string =>
    renderToStaticMarkup(
      createElement(NextIntlClientProvider, {
        locale,
        messages: messages[locale],
        timeZone: 'UTC',
        children: page,
      }),
    )
  const missing = (html: string, keys: readonly SettingKey[]): SettingKey[] =>
    keys.filter((key) => !html.includes(`>${titleOf(key)}<`))
  const titleOf = (key: SettingKey): string => {
    const { kind }: Setting = settings[key]
    const words = settingWords[locale][key]
    // The rows of a list say what one is.
    return kind === 'list' && 'one' in words ? capital(words.one) : words.title
  }
  const isFixed = ({ fixed }: Setting): boolean => fixed === true

  it('a new tenant can be given every setting', () => {
    const values: SettingValues = { ...newValues(settings), program: 'command' }
    const html = draw(createElement(Form, { values, place: nobody }))
    expect(missing(html, settingKeys)).toEqual([])
  })

  it('of a tenant that stands every setting that is not fixed can be changed', () => {
    const html = draw(createElement(Form, { values: valuesOf(settings, spec), place: { ...nobody, spec } }))
    expect(missing(html, settingKeys)).toEqual(settingKeys.filter((key) => isFixed(settings[key])))
  })

  it('every setting of a tenant is told, also that there is none', () => {
    const html = draw(createElement(Facts))
    const titles = settingKeys.map((key) => settingWords[locale][key].title)
    expect(titles.filter((title) => !html.includes(`<dt>${title}</dt>`))).toEqual([])
    expect(html).toContain('KEY=a-value')
  })
})

const Form = ({ values, place }: { values: SettingValues; place: FormPlace }) => {
  const form = useForm({ defaultValues: values })
  return createElement(
    FormPlaceContext,
    { value: place },
    createElement(
      FormProvider<SettingValues>,
      form as never,
      createElement(SettingGroups, {
        keys: keysFor(place.spec === undefined),
        children: ({ fields }) => fields,
      }),
    ),
  )
}

const Facts = () =>
  useSettingFacts(spec, { whole: true }).map(({ key, title, value }) =>
    createElement('div', { key }, createElement('dt', null, title), createElement('dd', null, value)),
  )
