import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApps } from './build/apps.ts'
import { makeDeb } from './build/deb.ts'
import { readOptions } from './build/options.ts'
import { findRuntime } from './build/runtime.ts'
import { stage } from './build/stage.ts'
import { buildWeb } from './build/web.ts'

// Makes pilot_<version>_<arch>.deb. The last line on standard output is its path; everything else goes to standard error.
const options = await readOptions(process.argv.slice(2))
await mkdir(options.output, { recursive: true })
const work = await mkdtemp(join(options.output, '.build-'))
try {
  await Promise.all([buildApps(), buildWeb()])
  const runtime = await findRuntime(options.arch, work)
  const tree = join(work, 'tree')
  await stage(tree, runtime, options)
  console.log(await makeDeb(tree, options))
} finally {
  await rm(work, { recursive: true, force: true })
}
