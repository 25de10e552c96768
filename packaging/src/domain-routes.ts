import { paths } from '@pilot/render'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Routes of their own, of domains that are too long for a socket path, as the agent has written them. */
export const readDomainRoutes = (folder: string = paths.routes): readonly unknown[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')))
