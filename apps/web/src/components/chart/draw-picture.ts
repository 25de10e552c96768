interface Words {
  readonly title: string
  readonly source: string
  readonly legend: readonly string[]
}

const margin = 16
/** Twice as many pixels as points, so that it stays sharp where it is shown larger. */
const density = 2

/**
 * The figure's plot as a PNG, in the colours that it has on the page and on its ground, with title, legend and source.
 * Shapes are drawn by way of an SVG image, which knows no fonts of the page; so text is drawn on top of it.
 */
export const drawPicture = async (figure: HTMLElement, words: Words): Promise<Blob> => {
  const plot = figure.querySelector<SVGSVGElement>('svg[data-plot]')
  if (plot === null) throw new Error('the chart is not drawn yet')
  const { width, height } = plot.getBoundingClientRect()
  const { fontFamily } = getComputedStyle(figure)
  const ink = colourOf(figure, 'color')
  const font = (size: number, weight = 400): string => `${weight} ${size}px ${fontFamily}`

  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('the browser draws no canvas')
  context.font = font(12)
  const swatches = [...figure.querySelectorAll<SVGSVGElement>('svg[data-swatch]')]
  const legend = placeLegend(context, words.legend, width)
  context.font = font(11)
  const source = wrap(context, words.source, width)
  const top = margin + 24 + legend.height
  canvas.width = (width + 2 * margin) * density
  canvas.height = (top + height + 12 + source.length * 15 + margin) * density
  context.scale(density, density)
  context.fillStyle = groundOf(figure)
  context.fillRect(0, 0, canvas.width, canvas.height)

  context.fillStyle = ink
  context.font = font(15, 600)
  context.fillText(words.title, margin, margin + 13)
  context.font = font(12)
  for (const { text, x, y, index } of legend.items) {
    const swatch = swatches[index]
    if (swatch !== undefined)
      context.drawImage(await imageOf(swatch, 14, 10), margin + x, margin + 24 + y + 3, 14, 10)
    context.fillText(text, margin + x + 20, margin + 24 + y + 12)
  }

  context.drawImage(await imageOf(plot, width, height), margin, top, width, height)
  for (const text of plot.querySelectorAll('text')) drawText(context, text, { x: margin, y: top })

  context.fillStyle = ink
  context.globalAlpha = 0.75
  context.font = font(11)
  source.forEach((line, index) => context.fillText(line, margin, top + height + 22 + index * 15))
  return toBlob(canvas)
}

const placeLegend = (context: CanvasRenderingContext2D, labels: readonly string[], width: number) => {
  let [x, y] = [0, 0]
  const items = labels.map((text, index) => {
    const wide = 20 + context.measureText(text).width
    if (x > 0 && x + wide > width) [x, y] = [0, y + 18]
    const item = { text, x, y, index }
    x += wide + 16
    return item
  })
  return { items, height: labels.length === 0 ? 0 : y + 22 }
}

const wrap = (context: CanvasRenderingContext2D, text: string, width: number): string[] => {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (context.measureText(longer).width <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.filter((line) => line !== '')
}

/** The shapes alone, each with the colours that the page gives it. */
const imageOf = async (svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [...svg.querySelectorAll('*')]
  const copies = [...copy.querySelectorAll('*')]
  originals.forEach((original, index) => {
    const style = getComputedStyle(original)
    for (const property of painted) copies[index]?.setAttribute(property, style.getPropertyValue(property))
    copies[index]?.removeAttribute('class')
  })
  for (const text of copy.querySelectorAll('text, title')) text.remove()
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width * density))
  copy.setAttribute('height', String(height * density))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const image = new Image()
  // The page's Content-Security-Policy lets pictures be data:, not blob:.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return image
}

const painted = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
]

const drawText = (
  context: CanvasRenderingContext2D,
  text: SVGTextElement,
  at: { readonly x: number; readonly y: number },
): void => {
  const matrix = text.getCTM()
  const words = text.textContent
  if (matrix === null || words === '') return
  // Where its letters really are, whatever anchor and baseline it has; and held there by the same end, as a canvas
  // knows no tabular figures and so draws some numbers narrower.
  const style = getComputedStyle(text)
  const [first, last] = [
    text.getStartPositionOfChar(0),
    text.getEndPositionOfChar(text.getNumberOfChars() - 1),
  ]
  const [align, start] =
    style.textAnchor === 'end'
      ? (['right', last] as const)
      : style.textAnchor === 'middle'
        ? (['center', { x: (first.x + last.x) / 2, y: first.y }] as const)
        : (['left', first] as const)
  context.textAlign = align
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.fillStyle = style.fill
  context.fillText(
    words,
    at.x + matrix.a * start.x + matrix.c * start.y + matrix.e,
    at.y + matrix.b * start.x + matrix.d * start.y + matrix.f,
  )
  context.textAlign = 'left'
}

const colourOf = (element: Element, property: 'color' | 'background-color'): string =>
  getComputedStyle(element).getPropertyValue(property)

/** The colour behind the figure: that of the nearest element which has one. */
const groundOf = (element: Element | null): string => {
  if (element === null) return 'white'
  const colour = colourOf(element, 'background-color')
  return colour === 'rgba(0, 0, 0, 0)' || colour === 'transparent' ? groundOf(element.parentElement) : colour
}

const toBlob = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser made no picture'))
      else resolve(blob)
    }, 'image/png'),
  )
