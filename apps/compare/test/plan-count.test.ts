import { speak } from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { planCount } from '../src/plan-count.ts'
import { seriesOf } from '../src/series.ts'
import { versionIn } from '../src/machine.ts'

const mebibyte = 1024 ** 2

describe('how many are made', () => {
  it('as many as asked for where half of the memory suffices', () => {
    expect(planCount({ asked: 10, available: 1400 * mebibyte, each: 70 * mebibyte })).toEqual({
      count: 10,
      reason: null,
    })
  })

  it('fewer where it does not, with a reason that names the figures', () => {
    const { count, reason } = planCount({ asked: 10, available: 700 * mebibyte, each: 70 * mebibyte })
    expect(count).toBe(5)
    expect(reason && speak.variantReason(reason)).toBe(
      'Memory allows 5 instead of 10: of the 700 MiB available half may be used, and each may need 70 MiB.',
    )
  })

  it('none at all rather than one that does not fit', () => {
    const { count, reason } = planCount({ asked: 1, available: 100 * mebibyte, each: 60 * mebibyte })
    expect(count).toBe(0)
    expect(reason && speak.variantReason(reason)).toContain('not enough memory')
  })
})

it('a median of an even number lies between the middle two, and the values keep their order', () => {
  expect(seriesOf([4, 1, 2, 3])).toEqual({ median: 2.5, values: [4, 1, 2, 3] })
  expect(seriesOf([9, 1, 5]).median).toBe(5)
})

it.each([
  ['systemd 257 (257.8-1~deb13u1)\n+PAM +AUDIT', '257'],
  ['podman version 5.4.2', '5.4.2'],
  ['Docker version 26.1.5, build x', '26.1.5'],
  ['v2.6.2 h1:abc', '2.6.2'],
  ['psql (PostgreSQL) 17.5 (Debian 17.5-1)', '17.5'],
  ['13.8\n', '13.8'],
  ['nothing', undefined],
])('the version in %j is %s', (text, version) => {
  expect(versionIn(text)).toBe(version)
})
