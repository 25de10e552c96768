import type { Architecture } from './architecture.ts'
import { compile } from './compile.ts'
import { encode } from './encode.ts'
import { tenantPolicy, type CallPolicy } from './policy.ts'

export type { Architecture } from './architecture.ts'
export type { CallPolicy } from './policy.ts'

/**
 * The seccomp filter of a tenant as the kernel takes it: an array of `struct sock_filter`. It answers every call as
 * the filters do that systemd makes of `callSandbox` and `PrivateDevices=yes` at each start (17 of them, 919
 * instructions), and `test/cell-filter` holds it to those.
 */
export const renderCallFilter = (architecture: Architecture, policy: CallPolicy = tenantPolicy): Uint8Array =>
  encode(compile(architecture, policy))
