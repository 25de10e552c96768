import { isNodeCommand, isNodeScript, sampleCommand } from '@pilot/contract'
import type { TenantSpec } from '@pilot/contract'
import { paths } from '../paths.ts'

/** What is really run: Node scripts are started by the Node that comes with Pilot. */
export const commandOf = (spec: TenantSpec): readonly string[] =>
  isNodeScript(spec.command[0] ?? '') ? [paths.node, ...spec.command] : spec.command

/** True for a Node program that takes its socket through the preload; the sample app does so by itself. */
export const needsPreload = (spec: TenantSpec): boolean =>
  spec.activation === 'native' && isNodeCommand(spec.command) && spec.command[0] !== sampleCommand[0]
