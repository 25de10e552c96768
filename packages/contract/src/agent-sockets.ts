/** Where the agent answers, by who may ask: root, the web interface, and every local account. */
export const agentSockets = {
  root: '/run/pilot/agent/root.sock',
  bridge: '/run/pilot/agent/bridge.sock',
  status: '/run/pilot/status/status.sock',
} as const
