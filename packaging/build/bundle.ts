import { build } from 'esbuild'
import { join } from 'node:path'
import { repository } from './repository.ts'

/** A program of packaging/src and what it imports, as one file: `cjs` to be named `.js`, `esm` for `.mjs`. */
export const bundle = async (program: string, format: 'cjs' | 'esm'): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    entryPoints: [join(repository, 'packaging/src', program)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node26',
    format,
    legalComments: 'none',
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error('esbuild wrote nothing')
  return output.contents
}
