import type { State, UnitEntry } from '../state.ts'

/** What a manager logs when a service gets another state: the messages of systemd's catalogue. */
export const messagesOf = (
  manager: string,
  unit: string,
  before: UnitEntry,
  active: string,
): readonly Partial<State['journal'][number]>[] => {
  if (!unit.endsWith('.service') || before.active === active) return []
  const uid = manager === 'system' ? null : Number(manager)
  return toldOf(before, active).map(({ messageId, text, priority = 6 }) => ({
    identifier: 'systemd',
    priority,
    pid: uid ?? 1,
    unit: uid === null ? unit : 'init.scope',
    uid: uid ?? 0,
    message: text(unit, before),
    event: { unit, uid, messageId, result: active === 'failed' ? before.result : null },
  }))
}

interface Told {
  readonly messageId: string
  readonly priority?: number
  readonly text: (unit: string, before: UnitEntry) => string
}

// The ids of src/systemd/sd-messages.h.
const starting: Told = {
  messageId: '7d4958e842da4a758f6c1cdc7b36dcc5',
  text: (unit) => `Starting ${unit}...`,
}
const started: Told = {
  messageId: '39f53479d3a045ac8e11786248231fbf',
  text: (unit) => `Started ${unit}.`,
}
const succeeded: Told = {
  messageId: '7ad2d189f7e94e70a38c781354912448',
  text: (unit) => `${unit}: Deactivated successfully.`,
}
const failed: Told = {
  messageId: 'd9b373ed55a64feb8242e02dbe79a49c',
  priority: 4,
  text: (unit, { result }) => `${unit}: Failed with result '${result}'.`,
}

const toldOf = (before: UnitEntry, active: string): readonly Told[] => {
  if (active === 'activating') return [starting]
  if (active === 'active') return before.active === 'activating' ? [started] : [starting, started]
  if (active === 'failed') return [failed]
  return active === 'inactive' && before.active !== 'failed' ? [succeeded] : []
}
