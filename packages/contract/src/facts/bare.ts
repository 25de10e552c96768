import { z } from 'zod'

/** A fact that its code tells wholly. */
export const bare = <const Code extends string>(code: Code) => z.object({ code: z.literal(code) })
