import { clauseBehind, type HostFault, type Sentences } from '@pilot/contract'

export const hostFault: Sentences<HostFault> = {
  'program-failed': ({ program, exitCode, words }) =>
    `${program} ${exitCode === null ? 'kam nicht an sein Ende' : `endete mit ${exitCode}`}${clauseBehind(words)}`,
  'job-ended': ({ unit, result }) => `der Auftrag für ${unit} endete mit ${result}`,
  'processes-remain': ({ uid }) => `Prozesse der Benutzernummer ${uid} enden nicht`,
  'caddy-refused': ({ method, path, status, words }) =>
    `Caddy antwortete auf ${method} ${path} mit ${status}${clauseBehind(words)}`,
}
