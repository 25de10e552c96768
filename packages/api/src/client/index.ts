export { createClient, type ClientOptions, type PilotClient } from './client.ts'
