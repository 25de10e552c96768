import { host } from './pilot.ts'
import { visitorsOf } from './visitors-of.ts'

export const { visit, askSample } = visitorsOf(host)
