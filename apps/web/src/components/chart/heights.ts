// Apart from the plots, which are loaded later: a chart keeps their place free from the beginning.

/** Of the line above a plot that reads out the chosen point. */
export const readoutHeight = 40

export const rowHeight = 44
export const rowsAxisHeight = 24
/** Of a plot with so many rows. */
export const rowsHeight = (rows: number): number => rows * rowHeight + rowsAxisHeight

export const panelGap = 26
export const timeAxisHeight = 22
/** Of a plot with these panels. */
export const panelsHeight = (panels: readonly { readonly height: number }[]): number =>
  panels.reduce((sum, { height }) => sum + height + panelGap, 0) + timeAxisHeight - 8

export const columnsHeight = 210

export const growthHeight = 320
