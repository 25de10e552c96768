import type { Me } from '@pilot/contract'
import { cache } from 'react'
import { load } from './agent.ts'
import type { Loaded } from './with-agent.ts'

/** Who reads this page; leaves for the sign-in page where nobody has signed in. Asked once for each request. */
export const requireMe = cache((): Promise<Loaded<Me>> => load((agent) => agent.me({})))
