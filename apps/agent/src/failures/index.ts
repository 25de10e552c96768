export { createBackOff, type BackOff } from './back-off.ts'
export { watchFailures } from './watch-failures.ts'
