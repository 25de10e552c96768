import { addPilot } from '@pilot/render'
import { readFileSync } from 'node:fs'
import { readDomainRoutes } from './domain-routes.ts'
import { readConfig } from './config.ts'

// Reads the admin's own configuration of Caddy as JSON on standard input, and writes it with Pilot's part added.
const own: unknown = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(
  JSON.stringify(addPilot(own, { ...readConfig(process.env), domainRoutes: readDomainRoutes() })),
)
