'use client'

import { Braces, Download, Sheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { useMe } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { Button } from '../../components/button.tsx'
import { Menu, MenuItem, MenuLabel } from '../../components/menu.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { collectEntries, mostExported } from './collect-entries.ts'
import { toCsv, toJson } from './export-text.ts'
import type { AuditFilters } from './filters.ts'
import { findPage } from './queries.ts'
import { saveFile } from '../../client/save-file.ts'

/** Writes what the filters match into a file, in the browser. */
export const ExportMenu = ({ filters }: { filters: AuditFilters }) => {
  const t = useTranslations('audit.export')
  const agent = useAgent()
  const { hostname } = useMe()
  const toasts = useToasts()
  const most = useFormats().number(mostExported)
  const [count, setCount] = useState<number | null>(null)

  const save = async (kind: Kind): Promise<void> => {
    setCount(0)
    try {
      const { entries, complete } = await collectEntries((page) => findPage(agent, filters, page), {
        onProgress: setCount,
      })
      const { write, type } = kinds[kind]
      const file = `audit-${hostname}-${new Date().toISOString().slice(0, 10)}.${kind}`
      saveFile(file, write(entries), type)
      if (complete) toasts.done(t('done', { count: entries.length, file }))
      else toasts.done(t('cut', { most, file }), t('cutDetail'))
    } catch (error) {
      toasts.failed(problemOf(error))
    } finally {
      setCount(null)
    }
  }

  return (
    <div className="flex items-center gap-3">
      <span role="status" className="text-sm text-ink-3">
        {count === null ? null : t('running', { count })}
      </span>
      <Menu
        trigger={
          <Button busy={count !== null}>
            <Download aria-hidden />
            {t('button')}
          </Button>
        }
      >
        <MenuLabel>{t('label', { most })}</MenuLabel>
        <MenuItem onSelect={() => void save('csv')}>
          <Sheet aria-hidden />
          {t('csv')}
        </MenuItem>
        <MenuItem onSelect={() => void save('json')}>
          <Braces aria-hidden />
          {t('json')}
        </MenuItem>
      </Menu>
    </div>
  )
}

type Kind = keyof typeof kinds

const kinds = {
  csv: { write: toCsv, type: 'text/csv;charset=utf-8' },
  json: { write: toJson, type: 'application/json' },
} as const
