/** How one series is drawn; colour is never alone, a dash or a place tells the same. */
export interface SeriesLook {
  readonly fill: string
  readonly stroke: string
  readonly mark?: 'area' | 'line' | 'ring'
  readonly dash?: keyof typeof dashes
}

export const dashes = { long: '7 4', short: '3 3', dotted: '1 4' } as const

/** The colours of charts, as classes that Tailwind finds here. */
export const colours = {
  teal: { fill: 'fill-teal', stroke: 'stroke-teal' },
  blue: { fill: 'fill-blue', stroke: 'stroke-blue' },
  violet: { fill: 'fill-violet', stroke: 'stroke-violet' },
  olive: { fill: 'fill-olive', stroke: 'stroke-olive' },
  awake: { fill: 'fill-awake', stroke: 'stroke-awake' },
  alarm: { fill: 'fill-alarm', stroke: 'stroke-alarm' },
  ink: { fill: 'fill-ink-2', stroke: 'stroke-ink-2' },
  quiet: { fill: 'fill-ink-3', stroke: 'stroke-ink-3' },
} as const
