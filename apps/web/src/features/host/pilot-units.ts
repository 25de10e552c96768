/** The units that Pilot consists of, and those that it stands on. */
export const pilotUnits = [
  'pilot-agent.service',
  'pilot-agent.socket',
  'pilot-agent-bridge.socket',
  'pilot-agent-status.socket',
  'pilot-web.service',
  'pilot-web.socket',
  'caddy.service',
  'postgresql.service',
] as const
