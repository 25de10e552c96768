import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TenantSpec } from '@pilot/contract'
import { describe, expect, test } from 'vitest'
import * as render from '../src/index.ts'
import { textsOf } from './texts-of.ts'

// Each folder holds spec.json and every text that is made of it. UPDATE_GOLDEN=1 writes them anew; read the
// difference as systemd would.
const folder = join(import.meta.dirname, 'golden')
const update = process.env['UPDATE_GOLDEN'] !== undefined

describe.each(readdirSync(folder).filter((variant) => variant !== 'package'))('%s', (variant) => {
  test('renders what was reviewed', () => {
    const spec = TenantSpec.parse(JSON.parse(readFileSync(join(folder, variant, 'spec.json'), 'utf8')))
    compare(join(folder, variant), textsOf(spec))
  })
})

test('the templates of the package are what was reviewed', () => {
  compare(join(folder, 'package'), {
    'pilot@.socket': render.renderSocketTemplate(),
    'pilot@.service': render.renderServiceTemplate(),
    'pilot-proxy@.service': render.renderProxyTemplate(),
  })
})

const compare = (directory: string, texts: Readonly<Record<string, string | undefined>>): void => {
  const wanted = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (update) write(directory, wanted)
  const found = existsSync(directory) ? readdirSync(directory).filter((file) => file !== 'spec.json') : []
  expect(found.toSorted()).toEqual(wanted.map(([file]) => file).toSorted())
  for (const [file, text] of wanted) expect(text, file).toBe(readFileSync(join(directory, file), 'utf8'))
}

const write = (directory: string, texts: readonly (readonly [string, string])[]): void => {
  mkdirSync(directory, { recursive: true })
  for (const file of readdirSync(directory)) if (file !== 'spec.json') rmSync(join(directory, file))
  for (const [file, text] of texts) writeFileSync(join(directory, file), text)
}
