import type { Drift } from '@pilot/contract'
import type { FileFound, Ownership } from '@pilot/host/ports'

export const ownershipDrift = (found: FileFound, wished: Ownership): readonly Drift[] => {
  const drift: Drift[] = []
  if (found.mode !== wished.mode)
    drift.push({ code: 'mode', found: octal(found.mode), wished: octal(wished.mode) })
  if (found.uid !== wished.uid) drift.push({ code: 'owner', found: found.uid, wished: wished.uid })
  if (found.gid !== wished.gid) drift.push({ code: 'group', found: found.gid, wished: wished.gid })
  return drift
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0')
