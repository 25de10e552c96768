import type { TenantSpec } from '@pilot/contract'
import { paths } from '../paths.ts'

/** The port in PORT unless the tenant's environment names another. */
export const defaultPort = '8080'

/** Where systemd-socket-proxyd(8) finds a proxied app: `127.0.0.1:PORT`, or the path in SOCKET. */
export const appTarget = (spec: TenantSpec): string =>
  spec.listen === 'port'
    ? `127.0.0.1:${spec.environment['PORT'] ?? defaultPort}`
    : (spec.environment['SOCKET'] ?? `${paths.appDirectory(spec.name)}/app.sock`)
