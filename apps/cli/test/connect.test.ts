import { createClient } from '@pilot/api/client'
import { expect, test, vi } from 'vitest'
import { createConnections } from '../src/connect.ts'

vi.mock('@pilot/api/client', () => ({ createClient: vi.fn(() => ({ close: () => Promise.resolve() })) }))

const root = { uid: 0, sudoUser: undefined }
const alice = { uid: 1000, sudoUser: undefined }

test('root reaches the whole agent', async () => {
  await createConnections(root).connect({ command: 'list', changes: false })
  expect(createClient).toHaveBeenLastCalledWith({ socketPath: '/run/pilot/agent/root.sock' })
})

test('who called sudo is told to the agent, for the audit', async () => {
  await createConnections({ uid: 0, sudoUser: 'alice' }).connect({ command: 'set', changes: true })
  expect(createClient).toHaveBeenLastCalledWith({
    socketPath: '/run/pilot/agent/root.sock',
    actor: 'root (sudo alice)',
  })
})

test('anybody else is refused with the command, the reason and the way out', async () => {
  await expect(createConnections(alice).connect({ command: 'create-tenant', changes: true })).rejects.toThrow(
    'create-tenant is not permitted: it changes the system and needs root; run it with sudo.',
  )
})

test('check asks at the door that is open to everybody', async () => {
  await createConnections(alice).connectForCheck()
  expect(createClient).toHaveBeenLastCalledWith({ socketPath: '/run/pilot/status/status.sock' })
})
