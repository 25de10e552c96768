import type { UnitEntry } from './state.ts'
import type { World } from './world.ts'

/** What a manager logs when a service gets another state: the messages of systemd's catalogue. */
export const logUnit = (
  world: World,
  manager: string,
  unit: string,
  before: UnitEntry,
  active: string,
): void => {
  if (!unit.endsWith('.service') || before.active === active) return
  for (const { messageId, text, priority = 6 } of messagesOf(before, active))
    world.log({
      identifier: 'systemd',
      priority,
      pid: manager === 'system' ? 1 : Number(manager),
      unit: manager === 'system' ? unit : 'init.scope',
      uid: manager === 'system' ? 0 : Number(manager),
      message: text(unit, before),
      event: {
        unit,
        uid: manager === 'system' ? null : Number(manager),
        messageId,
        result: active === 'failed' ? before.result : null,
      },
    })
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

const messagesOf = (before: UnitEntry, active: string): readonly Told[] => {
  if (active === 'activating') return [starting]
  if (active === 'active') return before.active === 'activating' ? [started] : [starting, started]
  if (active === 'failed') return [failed]
  return active === 'inactive' && before.active !== 'failed' ? [succeeded] : []
}
