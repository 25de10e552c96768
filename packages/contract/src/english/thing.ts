import type { Thing } from '../facts/thing.ts'
import type { Sentences } from './sentences.ts'

/** Each is the subject of a sentence, as in `The session does not exist.` */
export const thing: Sentences<Thing> = {
  account: ({ tenant }) => `The account ${tenant} (made by "pilot create-user --name=${tenant}")`,
  domain: ({ domain, tenant }) => `The domain ${domain} of the tenant ${tenant}`,
  variable: ({ variable, tenant }) => `The variable ${variable} of the tenant ${tenant}`,
  file: ({ path }) => `The file ${path}`,
  operator: ({ operator }) => `The operator ${operator}`,
  session: () => 'The session',
  token: () => 'The API token',
  comparison: ({ id }) => `A comparison ${id}`,
  'running-comparison': ({ id }) =>
    id === undefined ? 'A running comparison' : `A running comparison ${id}`,
}
