import type { UnitChange, UnitsSeen } from './ports/systemd.ts'

/** Whether a unit name matches one of these glob patterns, of which `*` is all that we use (glob(7)). */
export const matcherOf = (patterns: readonly string[]): ((name: string) => boolean) => {
  const expressions = patterns.map(
    (pattern) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`, 's'),
  )
  return (name) => expressions.some((expression) => expression.test(name))
}

/** What `watchStates` tells, unit by unit, as `watch` does. */
export async function* eachChange(all: AsyncIterable<UnitsSeen>): AsyncIterable<UnitChange> {
  for await (const seen of all)
    if (seen.event === 'changed') yield seen.unit
    else for (const { name, active, sub } of seen.units) yield { name, active, sub, stateChangedAt: null }
}
