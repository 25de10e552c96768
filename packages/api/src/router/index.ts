export { createRouter, type PilotRouter, type RouterHooks } from './router.ts'
export { createListener } from './listener.ts'
export type { Authenticate } from './context.ts'
export type { Refusal } from './authority.ts'
