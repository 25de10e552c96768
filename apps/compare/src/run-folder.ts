import { mkdir } from 'node:fs/promises'
import { paths } from '@pilot/render'

/** The folder for what lasts as long as a comparison; programs that are not root pass through it to their own. */
export const makeRunFolder = async (): Promise<void> => {
  await mkdir(paths.comparisonRun, { recursive: true, mode: 0o711 })
}
