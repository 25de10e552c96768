/** The same columns for head and rows: all from 1,024 px on, fewer below, and one of two lines on a phone. */
export const columns =
  'grid items-center gap-x-3 px-2 grid-cols-[1rem_minmax(9rem,1.1fr)_minmax(12rem,1fr)_minmax(10rem,1.5fr)_5rem_8.5rem_7.5rem_1.75rem] max-lg:grid-cols-[1rem_minmax(9rem,1fr)_minmax(12rem,1fr)_minmax(9rem,1fr)_1.75rem] max-sm:grid-cols-[1rem_minmax(0,1fr)_auto_1.75rem]'

/** What only a wide window shows. */
export const wideOnly = 'max-lg:hidden'
export const notOnPhone = 'max-sm:hidden'
