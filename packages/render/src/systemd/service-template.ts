import { sampleCommand } from '@pilot/contract'
import { fileMark, paths, tenantsGroup } from '../paths.ts'
import { constantEnvironment, lifeCycle } from './constants.ts'
import { escapeCommand } from './escape.ts'
import { callSandbox, mountSandbox } from './sandbox.ts'

/** `pilot@.service`: a tenant's program in system scope. The drop-in of the instance has its command. */
export const renderServiceTemplate = (): string => `${fileMark}: part of the package; do not edit.
[Unit]
Description=Pilot tenant %i
After=network.target postgresql.service
# systemd's limit of 5 starts in 10 s would leave the socket dead for good. The agent counts instead.
StartLimitIntervalSec=0
OnFailure=pilot-agent.service

[Service]
User=%i
Group=%i
# A group that exists to be denied.
SupplementaryGroups=${tenantsGroup}
WorkingDirectory=${paths.tenantHomes}/%i
# systemd would name its lines after pilot-enter.
SyslogIdentifier=%i
# The drop-in replaces it; a unit without any would have systemd log a refusal whenever somebody asks for its state.
ExecStart=${escapeCommand(sampleCommand)}
Environment=HOME=${paths.tenantHomes}/%i
${constantEnvironment('%i')}# What varies, read at each start.
EnvironmentFile=${paths.environments}/%i.env
${lifeCycle}
${mountSandbox(`${paths.tenantHomes}/%i`)}${callSandbox}`
