import { formatBytes } from '@pilot/contract'

/** As `formatBytes`, for what may have shrunk. */
export const signedBytes = (bytes: number): string =>
  bytes < 0 ? `-${formatBytes(Math.round(-bytes))}` : formatBytes(Math.round(bytes))
