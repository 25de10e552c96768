export { openHost, type ExecOptions, type Host, type Outcome } from './host.ts'
export { type Suite } from './suite.ts'
