import { paths } from '../paths.ts'

/** The arguments of pilot-enter, which makes the cell and then is this program; `tenant` is its name or `%i`. */
export const enter = (tenant: string, program: readonly string[]): readonly string[] => [
  paths.enter,
  paths.tenantCell,
  tenant,
  ...program,
]
