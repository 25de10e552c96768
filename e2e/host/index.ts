export { openHost, type Host, type Outcome } from './host.ts'
