'use client'

import dynamic from 'next/dynamic'

// Loaded where one is shown, and drawn in the browser alone: only it knows the width and the reader's time zone.
export const BarsPlot = dynamic(() => import('./bars-plot.tsx').then(({ BarsPlot }) => BarsPlot), {
  ssr: false,
})
export const StackPlot = dynamic(() => import('./stack-plot.tsx').then(({ StackPlot }) => StackPlot), {
  ssr: false,
})
export const TimePlot = dynamic(() => import('./time-plot.tsx').then(({ TimePlot }) => TimePlot), {
  ssr: false,
})
export const ColumnsPlot = dynamic(
  () => import('./columns-plot.tsx').then(({ ColumnsPlot }) => ColumnsPlot),
  {
    ssr: false,
  },
)
export const GrowthPlot = dynamic(() => import('./growth-plot.tsx').then(({ GrowthPlot }) => GrowthPlot), {
  ssr: false,
})
