/** The socket on which the agent answers the web interface (PILOT_BRIDGE_SOCKET). */
export const bridgeSocket = (): string => process.env['PILOT_BRIDGE_SOCKET'] ?? '/run/pilot/agent/bridge.sock'

/** The only host that is answered (PILOT_WEB_DOMAIN), on any port. */
export const webDomain = (): string => process.env['PILOT_WEB_DOMAIN'] ?? 'pilot.localhost'
