import type { TenantInspection } from '@pilot/contract'

type Mounts = NonNullable<TenantInspection['confinement']>['mounts']

/** Where something may be written, as far as mounts say: of several at one path the last is seen. */
export const writablePaths = (mounts: Mounts): string[] =>
  [...new Map(mounts.map(({ path, options }) => [path, options.includes('rw')] as const))].flatMap(
    ([path, isWritable]) => (isWritable && !path.startsWith('/proc') ? [path] : []),
  )
