import { z } from 'zod'
import { Role } from '../operator.ts'
import { bare } from './bare.ts'

/** What an action needs that this caller does not have. */
export const Need = z.discriminatedUnion('code', [
  // Of a caller on the machine.
  bare('root'),
  bare('root-to-change'),
  bare('root-to-read'),

  // Of an operator.
  bare('root-on-machine'),
  bare('not-offered'),
  z.object({ code: z.literal('role'), role: Role }),
  z.object({ code: z.literal('role-for-others'), role: Role }),
  z.object({ code: z.literal('role-of-token'), role: Role }),
  bare('browser'),
  bare('page-anew'),
  bare('second-factor-removed'),

  // Of a request to the bridge.
  bare('own-host'),
  bare('own-page'),
  bare('page-for-it'),
  bare('token-and-no-page'),
  bare('signature'),
])
export type Need = z.infer<typeof Need>
