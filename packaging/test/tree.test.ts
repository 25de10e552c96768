import { agentSockets, firstTenantUid, lastTenantUid, paths, proxyGroup, tenantsGroup } from '@pilot/render'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../root', path), 'utf8')

describe('the files of the package agree with paths.ts', () => {
  const tmpfiles = read('usr/lib/tmpfiles.d/pilot.conf')
  const folders = [
    paths.tenantHomes,
    paths.domains,
    paths.routes,
    dirname(paths.samples),
    dirname(paths.metrics),
    paths.sockets,
    paths.userSockets,
    paths.environments,
  ]
  const socketFolders = [
    dirname(agentSockets.root),
    dirname(agentSockets.status),
    dirname(paths.webSocket),
    paths.socketWants,
  ]

  it.each([...folders, ...socketFolders])('tmpfiles.d makes %s', (folder) => {
    expect(tmpfiles).toMatch(new RegExp(`^d ${folder} [02]\\d{3} root `, 'm'))
  })

  it('docs/internals.md says of each folder whose it is', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/internals.md'), 'utf8')
    const pilots = [...tmpfiles.matchAll(/^d (\S*\/pilot\/\S+)/gm)].map(([, folder = '']) => folder)
    expect(pilots.filter((folder) => !page.includes(`| \`${folder}/`))).toEqual([])
  })

  it("what root's pilot has compiled is where nobody else may enter, whatever the umask", () => {
    const [, folder = ''] = /^export NODE_COMPILE_CACHE=(.*)$/m.exec(read('usr/bin/pilot')) ?? []
    expect(tmpfiles).toContain(`d ${folder} 0700 root root 10d\n`)
    expect(read('usr/bin/pilot')).toContain('umask 077\n')
    const postrm = readFileSync(join(import.meta.dirname, '../debian/postrm'), 'utf8')
    expect(postrm).toMatch(new RegExp(`^ +rm -rf .*${folder}$`, 'm'))
  })

  it('tmpfiles.d links where Caddy dials to where domains are kept', () => {
    expect(tmpfiles).toContain(`L+ ${paths.domainsForProxy} - - - - ${paths.domains}`)
  })

  it('the sampler may write where the agent looks for its figures, and nowhere else', () => {
    expect(read('usr/lib/systemd/system/pilot-sample.service.d/50-sampler.conf')).toContain(
      `ReadWritePaths=${dirname(paths.samples)} ${dirname(paths.metrics)}\n`,
    )
  })

  it('the timers run as often as the figures say', () => {
    expect(read('usr/lib/systemd/system/pilot-sample.timer')).toContain('OnCalendar=*:*:0/10\n')
    expect(read('usr/lib/systemd/system/pilot-sample-rest.timer')).toContain('OnCalendar=*:*:0\n')
  })

  it('one look is taken where the sampler is not started, and with its sandbox', () => {
    const conditions = (unit: string): string[] =>
      [...read(`usr/lib/systemd/system/${unit}`).matchAll(/^ConditionPathExistsGlob=[|!](.+)$/gm)].map(
        ([, path = '']) => path,
      )
    expect(conditions('pilot-sample-rest.service')).toEqual(conditions('pilot-sample.service'))
    expect(conditions('pilot-sample.service')).toHaveLength(2)
    expect(read('usr/lib/systemd/system/pilot-sample-rest.service.d/50-sampler.conf')).toBe(
      read('usr/lib/systemd/system/pilot-sample.service.d/50-sampler.conf'),
    )
  })

  it('who is awake in user scope is looked for below the uids of tenants', () => {
    for (const uid of [firstTenantUid, lastTenantUid]) expect(String(uid)).toMatch(/^18789/)
    expect(read('usr/lib/systemd/system/pilot-sample.service')).toContain('/user-18789*.slice/')
  })

  it('sysusers.d gives the group the id before the first tenant', () => {
    expect(read('usr/lib/sysusers.d/pilot.conf')).toContain(`g ${tenantsGroup} ${firstTenantUid - 1}`)
  })

  it.each([
    ['pilot-agent.socket', agentSockets.root],
    ['pilot-agent-bridge.socket', agentSockets.bridge],
    ['pilot-agent-status.socket', agentSockets.status],
    ['pilot-web.socket', paths.webSocket],
  ])('%s listens on %s', (unit, path) => {
    expect(read(`usr/lib/systemd/system/${unit}`)).toContain(`ListenStream=${path}\n`)
  })

  it("a tenant's socket gets its group from the folder", () => {
    expect(tmpfiles).toContain(`d ${paths.sockets} 2750 root ${proxyGroup}\n`)
  })

  it('caddy.service has its admin API where the agent asks for it', () => {
    expect(read('etc/pilot/pilot.conf')).toContain(`PILOT_CADDY_ADMIN=unix/${paths.caddyAdmin}\n`)
  })
})
