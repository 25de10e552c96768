/** Whether a unit name matches one of these glob patterns, of which `*` is all that we use (glob(7)). */
export const matcherOf = (patterns: readonly string[]): ((name: string) => boolean) => {
  const expressions = patterns.map(
    (pattern) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`, 's'),
  )
  return (name) => expressions.some((expression) => expression.test(name))
}
