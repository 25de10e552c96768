import { agentSockets, defaultWebDomain } from '@pilot/contract'

/** The socket on which the agent answers the web interface (PILOT_BRIDGE_SOCKET). */
export const bridgeSocket = (): string => process.env['PILOT_BRIDGE_SOCKET'] ?? agentSockets.bridge

/** The only host that is answered (PILOT_WEB_DOMAIN), on any port. */
export const webDomain = (): string => process.env['PILOT_WEB_DOMAIN'] ?? defaultWebDomain
