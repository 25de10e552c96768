import { UnitFailed } from '../../ports/systemd.ts'
import { BusError } from './connection.ts'

/** systemd's refusals of a unit as UnitFailed with its LoadState. */
export const translateRefusal = async <T>(unit: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer
  } catch (error) {
    const load = error instanceof BusError ? loadStates[error.type] : undefined
    if (load !== undefined) throw new UnitFailed(unit, load)
    throw error
  }
}

const loadStates: Readonly<Record<string, string>> = {
  'org.freedesktop.systemd1.NoSuchUnit': 'not-found',
  'org.freedesktop.systemd1.UnitMasked': 'masked',
  'org.freedesktop.systemd1.BadUnitSetting': 'bad-setting',
  'org.freedesktop.systemd1.LoadFailed': 'error',
}
