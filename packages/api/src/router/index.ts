export { createRouter, type PilotRouter, type RouterHooks } from './router.ts'
export { createListener } from './listener.ts'
export type { Refusal } from './authority.ts'
