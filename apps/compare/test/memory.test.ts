import { describe, expect, it } from 'vitest'
import { outermost } from '../src/memory/cgroups.ts'
import { parseMemInfo } from '../src/memory/meminfo.ts'
import { parseProcess, withDescendants } from '../src/memory/processes.ts'
import { parsePss } from '../src/memory/pss.ts'

describe('what is read from /proc', () => {
  it('takes MemTotal, MemAvailable and Slab in bytes, and misses none of them', () => {
    const text =
      'MemTotal:       24105344 kB\nMemFree: 1 kB\nMemAvailable:   20000000 kB\nSlab:             300000 kB\n'
    expect(parseMemInfo(text)).toEqual({
      total: 24_105_344 * 1024,
      available: 20_000_000 * 1024,
      slab: 300_000 * 1024,
    })
    expect(() => parseMemInfo('MemTotal: 1 kB\n')).toThrow(/MemAvailable/)
  })

  it('takes Pss, not Pss_Anon, and nothing of a kernel thread', () => {
    const rollup =
      'aaa-bbb ---p 00000000 00:00 0 [rollup]\nRss: 60000 kB\nPss: 21500 kB\nPss_Dirty: 9000 kB\nPss_Anon: 8000 kB\n'
    expect(parsePss(rollup)).toBe(21_500 * 1024)
    expect(parsePss('')).toBeUndefined()
  })

  it('reads a process, whatever its name, and leaves out one that nobody has waited for', () => {
    const status = 'Name:\t(sd-pam)\nState:\tS (sleeping)\nPid:\t7\nPPid:\t6\nUid:\t1001\t1001\t1001\t1001\n'
    expect(
      parseProcess(7, { status, command: '(sd-pam)\0', cgroup: '1:cpu:/\n0::/user.slice/user-1001.slice\n' }),
    ).toEqual({
      pid: 7,
      parent: 6,
      uid: 1001,
      name: '(sd-pam)',
      command: '(sd-pam)',
      cgroup: '/user.slice/user-1001.slice',
    })
    expect(
      parseProcess(8, { status: status.replace('S (sleeping)', 'Z (zombie)'), command: '', cgroup: '' }),
    ).toBeUndefined()
  })

  it('finds all that descend from a process, in whatever order they are listed', () => {
    const all = [
      [30, 20],
      [10, 1],
      [20, 10],
      [40, 1],
    ].map(([pid = 0, parent = 0]) => ({ pid, parent, uid: 0, name: '', command: '', cgroup: undefined }))
    expect(withDescendants([10], all).map(({ pid }) => pid)).toEqual([30, 10, 20])
  })

  it('counts no cgroup twice, and of a user the whole slice', () => {
    expect(
      outermost([
        '/machine.slice/libpod-a.scope/container',
        '/machine.slice/libpod-a.scope',
        '/machine.slice/libpod-ab.scope',
        '/user.slice/user-7.slice/user@7.service/init.scope',
        '/user.slice/user-7.slice/user@7.service/app.slice',
      ]),
    ).toEqual(['/machine.slice/libpod-a.scope', '/machine.slice/libpod-ab.scope', '/user.slice/user-7.slice'])
  })
})
