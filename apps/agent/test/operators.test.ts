import type { Caller } from '@pilot/api/service'
import { OperatorName } from '@pilot/contract'
import { expect, test } from 'vitest'
import { root, startTrial } from './support/agent.ts'

const bridge: Caller = {
  source: 'bridge',
  actor: 'nobody',
  address: '192.0.2.1',
  userAgent: null,
  operator: null,
}

test('a link lets an operator set a password and sign in', async () => {
  const { service, authenticate } = startTrial()
  const { url } = await service.addOperator({ name: OperatorName.parse('ada'), role: 'admin' }, root)
  const token = new URL(url).hash.slice(1)
  await service.acceptLink({ token, password: 'correct horse' }, bridge)
  const signedIn = await service.signIn({ name: 'ada', password: 'correct horse' }, bridge)
  const operator = authenticate(signedIn.token, 'call')
  if ('reason' in operator) throw new Error(operator.reason)
  expect(operator).toMatchObject({ name: 'ada', role: 'admin' })
  expect(await service.me({}, { ...bridge, operator })).toMatchObject({
    operator: 'ada',
    credential: 'session',
  })
})
