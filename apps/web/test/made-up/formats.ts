import type * as Real from '../../src/i18n/formats.ts'
import { write } from './letters.ts'

/** What Intl writes is known as said. */
export const writeFormats = ({ createFormats }: typeof Real): typeof Real => ({
  createFormats: (...given) => {
    const formats = Object.entries(createFormats(...given)).map(([name, format]) => [
      name,
      (...values: unknown[]) => write((format as (...values: unknown[]) => string)(...values)),
    ])
    return Object.fromEntries(formats) as ReturnType<typeof createFormats>
  },
})
