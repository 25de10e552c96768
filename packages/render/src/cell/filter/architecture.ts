import { amd64Numbers } from './numbers/amd64.ts'
import { arm64Numbers } from './numbers/arm64.ts'
import { commonNumbers } from './numbers/common.ts'
import { readTables } from './numbers/table.ts'

/** As dpkg calls them. */
export type Architecture = 'amd64' | 'arm64'

interface Facts {
  /** AUDIT_ARCH_* of linux/audit.h, which the kernel puts beside each number. */
  readonly audit: number
  readonly numbers: ReadonlyMap<string, number>
  /** From where on numbers are of x32: 64-bit calls with 32-bit pointers, under the same AUDIT_ARCH. */
  readonly x32?: number
}

export const architectures: Readonly<Record<Architecture, Facts>> = {
  amd64: { audit: 0xc000_003e, numbers: readTables(amd64Numbers, commonNumbers), x32: 0x4000_0000 },
  arm64: { audit: 0xc000_00b7, numbers: readTables(arm64Numbers, commonNumbers) },
}
