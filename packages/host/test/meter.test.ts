import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { TenantName } from '@pilot/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createMeter } from '../src/linux/meter/index.ts'

const slice = 'cgroup/system.slice/system-pilot.slice'
const own = process.getuid?.() ?? 0
const userSlice = `cgroup/user.slice/user-${own}.slice`

/** A machine as files; `files` by their paths. */
const lookAt = (files: Readonly<Record<string, string>>, { mounted = true } = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'meter-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const mount = `36 25 0:31 / ${root}/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n`
  const all = {
    'proc/self/mountinfo': `22 1 8:1 / / rw - ext4 /dev/sda1 rw\n${mounted ? mount : ''}`,
    'proc/meminfo': 'MemTotal:       1000 kB\nMemFree:  1 kB\nMemAvailable:    600 kB\n',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return createMeter({
    proc: `${root}/proc`,
    environments: `${root}/environments`,
    userSockets: `${root}/user`,
  })
}

describe('a running tenant', () => {
  test('is one whose service has a process; a socket that listens and a service that ended are none', () => {
    const meter = lookAt({
      [`${slice}/pilot@shop.socket/cgroup.procs`]: '',
      [`${slice}/pilot@shop.service/cgroup.procs`]: '12\n13\n',
      [`${slice}/pilot@shop.service/cpu.stat`]: 'usage_usec 4200\nuser_usec 1\n',
      [`${slice}/pilot@ended.service/cgroup.procs`]: '',
    })
    expect(meter.running()).toEqual([
      { name: 'shop', scope: 'system', pids: [12, 13], cpu: 4200, memory: null, tasks: null },
    ])
  })

  test('has the processes, memory and tasks of its proxy too', () => {
    const meter = lookAt({
      [`${slice}/pilot@shop.service/cgroup.procs`]: '12\n',
      [`${slice}/pilot@shop.service/memory.current`]: '1000\n',
      [`${slice}/pilot@shop.service/pids.current`]: '3\n',
      ['cgroup/system.slice/system-pilot\\x2dproxy.slice/pilot-proxy@shop.service/cgroup.procs']: '14\n',
      ['cgroup/system.slice/system-pilot\\x2dproxy.slice/pilot-proxy@shop.service/memory.current']: '200\n',
    })
    expect(meter.running()).toMatchObject([{ name: 'shop', pids: [12, 14], memory: 1200, tasks: 3 }])
  })

  test('in user scope has those of its manager, which alone does not make it run', () => {
    const apps = `${userSlice}/user@${own}.service/app.slice`
    const files = {
      'user/shop/shop.sock': '',
      [`${userSlice}/user@${own}.service/init.scope/cgroup.procs`]: '5\n6\n',
      [`${apps}/pilot.service/cgroup.procs`]: '7\n',
    }
    const asleep = lookAt({ ...files, [`${apps}/pilot.service/cgroup.events`]: 'populated 0\nfrozen 0\n' })
    expect([asleep.running(), asleep.waitingManagers()]).toEqual([[], ['shop']])
    const awake = lookAt({ ...files, [`${apps}/pilot.service/cgroup.events`]: 'populated 1\nfrozen 0\n' })
    expect(awake.waitingManagers()).toEqual([])
    expect(awake.running()).toMatchObject([{ name: 'shop', scope: 'user' }])
    expect(awake.running()[0]?.pids.toSorted()).toEqual([5, 6, 7])
    expect([...awake.userTenants()]).toEqual([[own, 'shop']])
  })

  test('cannot make the reader walk through thousands of its own cgroups', () => {
    const scopes = Array.from({ length: 300 }, (_, index) => [
      `${userSlice}/s${index}.scope/cgroup.procs`,
      `${index}\n`,
    ])
    const meter = lookAt({
      'user/shop/shop.sock': '',
      ...(Object.fromEntries(scopes) as Record<string, string>),
    })
    expect(meter.processesOfManager(TenantName.parse('shop')).length).toBeLessThan(64)
  })
})

test('the slices hold the processor time of programs that have ended', () => {
  const meter = lookAt({ [`${slice}/cpu.stat`]: 'usage_usec 99\n' })
  expect(meter.slices()).toEqual({ cpu: 99, memory: null, tasks: null })
})

test('without cgroup v2 nobody runs, and nothing is 0 that is not known', () => {
  const meter = lookAt({ [`${slice}/pilot@shop.service/cgroup.procs`]: '12\n' }, { mounted: false })
  expect(meter.running()).toEqual([])
  expect(meter.slices()).toEqual({ cpu: null, memory: null, tasks: null })
  expect(meter.memory()).toEqual({ total: 1000 * 1024, available: 600 * 1024 })
})

test('tenants are those with an environment, and proxied where a proxy reads it', () => {
  const meter = lookAt({
    'environments/shop.env': 'PORT=8080\n',
    'environments/old.env': 'PILOT_TARGET=127.0.0.1:8080\nPORT=8080\n',
    'environments/.shop.env.tmp-x': '',
  })
  expect(meter.tenants().toSorted()).toEqual(['old', 'shop'])
  const proxied = ['shop', 'old', 'gone'].map((name) => meter.isProxied(TenantName.parse(name)))
  expect(proxied).toEqual([false, true, false])
})

test('the memory of a process is its PSS; of one that has ended it is undefined', () => {
  const meter = lookAt({ 'proc/12/smaps_rollup': '00-ff ---p 00:00 0 [rollup]\nRss: 90 kB\nPss:   70 kB\n' })
  expect([meter.pss(12), meter.pss(13)]).toEqual([70 * 1024, undefined])
})

test('what a run has cost is told within its own unit only', () => {
  const files = { 'cgroup/system.slice/a.service/cpu.stat': 'usage_usec 7\n' }
  const inUnit = lookAt({ ...files, 'proc/self/cgroup': '1:name=systemd:/x\n0::/system.slice/a.service\n' })
  expect([inUnit.spent(['b.service', 'a.service']), inUnit.spent(['b.service'])]).toEqual([7, null])
})
