import { z } from 'zod'

/** What some program has said in its own words: every language repeats them as they are. */
export const Told = z.object({ code: z.literal('told'), text: z.string() })
