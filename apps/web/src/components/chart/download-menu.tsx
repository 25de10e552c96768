'use client'

import { Download, Image, Sheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { problemOf } from '../../client/problem-of.ts'
import { saveFile } from '../../client/save-file.ts'
import { Button } from '../button.tsx'
import { Menu, MenuItem } from '../menu.tsx'
import { useToasts } from '../toaster.tsx'
import { chartCsv, type ChartData } from './chart-data.ts'
import type { LegendItem } from './legend.tsx'

interface DownloadMenuProps {
  readonly figure: RefObject<HTMLElement | null>
  readonly file: string
  readonly data: ChartData
  readonly title: string
  readonly source: string
  readonly legend: readonly LegendItem[]
}

/** The chart as a picture, and its numbers. */
export const DownloadMenu = ({ figure, file, data, title, source, legend }: DownloadMenuProps) => {
  const t = useTranslations('charts')
  const toasts = useToasts()
  const savePicture = async (): Promise<void> => {
    if (figure.current === null) return
    const { drawPicture } = await import('./draw-picture.ts')
    const words = { title, source, legend: legend.map(({ label }) => label) }
    saveFile(`${file}.png`, await drawPicture(figure.current, words), 'image/png')
  }
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="icon-small" aria-label={t('download', { title })}>
          <Download aria-hidden />
        </Button>
      }
    >
      <MenuItem
        onSelect={() => void savePicture().catch((error: unknown) => toasts.failed(problemOf(error)))}
      >
        <Image aria-hidden />
        {t('png')}
      </MenuItem>
      <MenuItem onSelect={() => saveFile(`${file}.csv`, chartCsv(data), 'text/csv;charset=utf-8')}>
        <Sheet aria-hidden />
        {t('csv')}
      </MenuItem>
    </Menu>
  )
}
