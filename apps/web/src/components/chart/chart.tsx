'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useId, useRef, type ReactNode } from 'react'
import { Segmented } from '../segmented.tsx'
import type { ChartData } from './chart-data.ts'
import { ChartTable } from './chart-table.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { readoutHeight } from './heights.ts'
import { Legend, type LegendItem } from './legend.tsx'

export interface ChartSource {
  /** One sentence: what was measured, when and where. */
  readonly text: string
  readonly href?: string
}

interface ChartProps {
  readonly title: string
  /** What the picture shows, in a sentence. */
  readonly summary?: ReactNode
  readonly source: ChartSource
  readonly legend?: readonly LegendItem[]
  readonly data: ChartData
  /** The name of the downloads, without its ending. */
  readonly file: string
  readonly scale?: ChartScale | undefined
  /** Of the plot, in pixels: kept free while it loads. */
  readonly height: number
  /** The numbers are still being read: everything but the plot is in its place already. */
  readonly reading?: boolean
  /** In place of the plot and all about it, where there is nothing to draw. */
  readonly empty?: ReactNode
  /** The plot. */
  readonly children: ReactNode
}

export interface ChartScale {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  /** What the present choice means, where it has to be said. */
  readonly hint?: string | undefined
}

/** What stands around every chart: its title, its numbers as a table, where they come from, and its downloads. */
export const Chart = ({
  title,
  summary,
  source,
  legend = [],
  data,
  file,
  scale,
  height,
  reading = false,
  empty,
  children,
}: ChartProps) => {
  const t = useTranslations('charts')
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  const hint = scale?.hint
  return (
    <figure ref={figure} aria-labelledby={id} data-chart={file} className="min-w-0">
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 pb-1">
        <h3 id={id} className="min-w-0 pt-0.5 font-semibold">
          {title}
        </h3>
        <div className="flex items-center gap-1">
          {scale === undefined || empty !== undefined ? null : <Segmented label={t('scale')} {...scale} />}
          {empty === undefined ? (
            <DownloadMenu
              figure={figure}
              file={file}
              data={data}
              title={title}
              source={[source.text, hint].filter((text) => text !== undefined).join(' ')}
              legend={legend}
            />
          ) : null}
        </div>
      </figcaption>
      {summary === undefined ? null : <p className="max-w-prose pb-2 text-sm text-ink-2">{summary}</p>}
      {legend.length === 0 || empty !== undefined ? null : <Legend items={legend} />}
      <div style={{ minHeight: height + readoutHeight }}>
        {empty !== undefined ? (
          <div
            data-empty
            className="flex items-center justify-center rounded-sm border border-dashed border-line-strong px-4 text-center text-sm text-ink-2"
            style={{ height: height + readoutHeight }}
          >
            <div>{empty}</div>
          </div>
        ) : reading ? (
          <p className="animate-appear pt-10 text-center text-sm text-ink-3">{t('reading')}</p>
        ) : (
          children
        )}
      </div>
      {empty !== undefined ? null : (
        <>
          <p className="min-h-9 max-w-prose pt-1 text-xs text-ink-3">
            {source.href === undefined ? (
              source.text
            ) : (
              <Link href={source.href} className="underline underline-offset-2 hover:text-ink">
                {source.text}
              </Link>
            )}
            {hint === undefined ? null : ` ${hint}`}
          </p>
          <ChartTable title={title} data={data} />
        </>
      )}
    </figure>
  )
}
