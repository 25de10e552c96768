import { describe, it } from 'vitest'
import { hostContract } from '../src/contract-tests/index.ts'
import { createFakeHost } from '../src/fake/index.ts'

describe('the fake host', () => {
  hostContract({ describe, it }, createFakeHost().host)
})
