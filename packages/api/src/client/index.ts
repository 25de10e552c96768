export { createClient, type ClientOptions, type PilotClient } from './client.ts'
export { addressHeader, procedures, type ProcedureName } from '../procedures.ts'
