import { expect, test } from 'vitest'
import { inheritedSocket } from '../src/inherited-socket.ts'

const own = () => ({
  LISTEN_PID: String(process.pid),
  LISTEN_FDS: '1',
  LISTEN_FDNAMES: 'web.socket',
  HOME: '/',
})

test('the socket is fd 3 under its name, and is taken once', () => {
  const environment = own()
  expect(inheritedSocket(environment)).toEqual({ fd: 3, name: 'web.socket' })
  expect(environment).toEqual({ HOME: '/' })
  expect(inheritedSocket(environment)).toBeUndefined()
})

test.each([
  ['meant for another process', { LISTEN_PID: '1' }],
  ['without a number of sockets', { LISTEN_FDS: '' }],
  ['of no sockets', { LISTEN_FDS: '0' }],
])('an environment %s is left as it is', (_title, change) => {
  const environment = { ...own(), ...change }
  expect(inheritedSocket(environment)).toBeUndefined()
  expect(environment).toEqual({ ...own(), ...change })
})
