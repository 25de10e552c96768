import { cookies } from 'next/headers'
import { findTheme, themeCookie, type Theme } from '../client/theme.ts'

/** The reader's choice of colours; `system` where none was made. */
export const readTheme = async (): Promise<Theme> => findTheme((await cookies()).get(themeCookie)?.value)
