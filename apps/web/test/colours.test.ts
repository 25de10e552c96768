import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../src/app/globals.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

// WCAG 2.2: text 4.5:1 (1.4.3), shapes and the focus ring 3:1 (1.4.11).
const pairs: readonly (readonly [string, string, number])[] = [
  ...['paper', 'surface', 'sunken', 'hover'].flatMap((ground) =>
    ['ink', 'ink-2', 'ink-3', 'awake-ink', 'alarm-ink'].map((ink) => [ink, ground, 4.5] as const),
  ),
  ['awake-ink', 'awake-soft', 4.5],
  ['alarm-ink', 'alarm-soft', 4.5],
  ['ink-2', 'alarm-soft', 4.5],
  ['primary-ink', 'primary', 4.5],
  ...['paper', 'surface', 'sunken'].flatMap((ground) =>
    ['awake', 'alarm', 'focus', 'teal', 'blue', 'violet', 'olive'].map(
      (shape) => [shape, ground, 3] as const,
    ),
  ),
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(pairs)('%s on %s reaches %d:1', (front, back, least) => {
    const colour = (name: string): string => tokens.get(name)?.[theme] ?? 'there is no such token'
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least)
  })
})

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

// WCAG 2.2, "relative luminance".
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
