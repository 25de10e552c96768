export { openHost, type Host } from './host.ts'
