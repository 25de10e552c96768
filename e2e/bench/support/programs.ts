import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '../../host/index.ts'
import { bundleExpressApp } from './express-app.ts'

const directory = '/opt/bench'

/** Where a file of `programs/` stands on the host. */
export const program = (name: string): string => `${directory}/${name}`

/** The one app that is measured in every way of running it. */
export const app = program('app.js')

/** The same as an ES module. */
export const esmApp = program('app.mjs')

/** A program as most are, which needs a database of its own. */
export const expressApp = program('express.cjs')

/** The same for a program of the system tests. */
export const fromSystemTests = (name: string): string => `${directory}/system/${name}`

/** Copies them onto the host, readable by every account. */
export const installBench = async (host: Host): Promise<void> => {
  const target = join(host.rootDirectory, directory)
  await mkdir(target, { recursive: true })
  await cp(join(import.meta.dirname, '../programs'), target, { recursive: true })
  await cp(join(import.meta.dirname, '../steps'), join(target, 'steps'), { recursive: true })
  await cp(join(import.meta.dirname, '../../system/programs'), join(target, 'system'), { recursive: true })
  await bundleExpressApp(join(host.rootDirectory, expressApp))
  await host.run(['chmod', '-R', 'a+rX', directory])
}
