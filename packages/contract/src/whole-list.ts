/** What `list` is asked where nothing else is said: all that are not deleted. */
export const wholeList = {
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 10_000,
  deleted: false,
} as const

/** Characters of what is searched for. */
export const longestSearch = 100
