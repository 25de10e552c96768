import { after, describe, it } from 'node:test'
import { hostContract } from '../src/contract-tests/index.ts'
import type { Suite } from '../src/contract-tests/index.ts'
import { describeFaults } from './faults.ts'
import { describeLinux } from './linux.ts'
import { createLinuxHost } from '../src/linux/index.ts'

/** Bundle it (build.ts) and run `node contract.mjs` as root on a throw-away host: it stops services there. */
const host = createLinuxHost({
  caddyAdmin: process.env['PILOT_CADDY_ADMIN'] ?? 'localhost:2019',
  pgHost: '/run/postgresql',
  pgPort: 5432,
})

const suite: Suite = {
  describe: (title, body) => void describe(title, body),
  it: (title, body) => void it(title, body),
}

void describe('this Linux host', () => {
  hostContract(suite, host)
  describeLinux(suite, host)
  describeFaults(suite, host)
  after(() => host.close())
})
