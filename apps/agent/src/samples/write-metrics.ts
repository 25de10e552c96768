import { chmodSync, renameSync, writeFileSync } from 'node:fs'

/** Whole and atomic: whoever collects it never sees half. It need not outlive a power cut, so nothing is synced. */
export const writeMetrics = (path: string, text: string): void => {
  const temporary = `${path}.new`
  writeFileSync(temporary, text)
  // Its folder says who may read it.
  chmodSync(temporary, 0o644)
  renameSync(temporary, path)
}
