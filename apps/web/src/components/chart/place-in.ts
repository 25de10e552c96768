/** Where a value lies between edges that are drawn equally far apart: 2.5 is the middle of the third bin. */
export const placeIn = (edges: readonly number[], value: number): number => {
  const above = edges.findIndex((edge) => edge > value)
  if (above === 0) return 0
  const [from, to] = [edges[above - 1], edges[above]]
  return above === -1 || from === undefined || to === undefined
    ? edges.length - 1
    : above - 1 + (value - from) / (to - from)
}
