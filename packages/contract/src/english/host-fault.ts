import { clauseBehind } from '../clause.ts'
import type { HostFault } from '../facts/host-fault.ts'
import type { Sentences } from './sentences.ts'

/** One clause each, without a full stop. */
export const hostFault: Sentences<HostFault> = {
  'program-failed': ({ program, exitCode, words }) =>
    `${program} ${exitCode === null ? 'did not come to its end' : `ended with ${exitCode}`}${clauseBehind(words)}`,
  'job-ended': ({ unit, result }) => `the job of ${unit} ended with ${result}`,
  'processes-remain': ({ uid }) => `processes of the uid ${uid} do not end`,
  'caddy-refused': ({ method, path, status, words }) =>
    `Caddy answered ${method} ${path} with ${status}${clauseBehind(words)}`,
}
