export { createClient, type ClientOptions, type PilotClient } from './client.ts'
export { agentSockets } from './sockets.ts'
