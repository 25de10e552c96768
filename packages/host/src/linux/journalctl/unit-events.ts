import type { UnitEvent, UnitEventQuery } from '../../ports/journal.ts'
import { anyOf, journalctl, textOf, type Fields } from './journalctl.ts'

/** What PID 1 and users' managers told of their units. */
export async function* readUnitEvents(query: UnitEventQuery, signal: AbortSignal): AsyncIterable<UnitEvent> {
  const groups = matchesOf(query)
  if (groups.length === 0) return
  const args = [
    '--reverse',
    `--since=@${Math.floor(query.since / 1000)}`,
    '--output-fields=UNIT,USER_UNIT,_UID,MESSAGE_ID,UNIT_RESULT',
    ...anyOf(groups),
  ]
  signal.throwIfAborted()
  try {
    for await (const fields of journalctl(args, { timeout: 60_000, cancelSignal: signal })) {
      // Lines that came before it was aborted may still be here.
      signal.throwIfAborted()
      yield toUnitEvent(fields)
    }
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}

const matchesOf = ({ units, userUnit, messageIds }: UnitEventQuery): string[][] => {
  const ids = messageIds.map((id) => `MESSAGE_ID=${id}`)
  // Anybody may log with the field UNIT=, so it counts from PID 1 alone.
  const ofSystem = ['_PID=1', ...(units ?? []).map((unit) => `UNIT=${unit}`), ...ids]
  const ofUsers =
    userUnit === undefined || userUnit.uids.length === 0
      ? []
      : [[`USER_UNIT=${userUnit.name}`, ...userUnit.uids.map((uid) => `_UID=${uid}`), ...ids]]
  return units?.length === 0 ? ofUsers : [ofSystem, ...ofUsers]
}

const toUnitEvent = (fields: Fields): UnitEvent => {
  const ofUser = textOf(fields, 'USER_UNIT')
  return {
    realtime: Number(textOf(fields, '__REALTIME_TIMESTAMP')),
    unit: ofUser || textOf(fields, 'UNIT'),
    uid: ofUser === '' ? null : Number(textOf(fields, '_UID')),
    messageId: textOf(fields, 'MESSAGE_ID'),
    result: textOf(fields, 'UNIT_RESULT') || null,
  }
}
