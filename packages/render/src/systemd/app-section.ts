import type { TenantSpec } from '@pilot/contract'
import { commandOf } from './command.ts'
import { isEntered } from '../cell/is-entered.ts'
import { escapeCommand, escapeEntered } from './escape.ts'
import { readinessWait } from './readiness-wait.ts'

/** What differs between tenants in the `[Unit]` section of the app's unit. */
export const unitLines = (spec: TenantSpec): string =>
  // The app of a proxy is stopped when the proxy has gone.
  spec.activation === 'proxied' ? 'StopWhenUnneeded=yes\n' : ''

/** What differs between tenants in the `[Service]` section of the app's unit, in both scopes. */
export const serviceLines = (spec: TenantSpec): string => {
  const escape = isEntered(spec) ? escapeEntered : escapeCommand
  return (
    `ExecStart=${escape(commandOf(spec))}\n` +
    (spec.activation === 'proxied' ? `ExecStartPost=${escape(readinessWait(spec))}\n` : '') +
    (spec.runtimeMax === undefined ? '' : `RuntimeMaxSec=${spec.runtimeMax}ms\n`)
  )
}
