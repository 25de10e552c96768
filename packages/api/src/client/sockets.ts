/** Where the agent listens; the socket is the authority. The same as in the agent's socket units. */
export const agentSockets = {
  root: '/run/pilot/agent/root.sock',
  bridge: '/run/pilot/agent/bridge.sock',
  status: '/run/pilot/status/status.sock',
} as const
