import { describe, expect, it } from 'vitest'
import { parseLdd } from '../src/image.ts'
import { straysIn } from '../src/variants/end-strays.ts'
import { mountsBelow } from '../src/variants/podman-storage.ts'
import { findIn, statesIn } from '../src/variants/containers.ts'

const process = (pid: number, parent: number, name: string) => ({
  pid,
  parent,
  uid: 0,
  name,
  command: name,
  cgroup: undefined,
})

const partsOf = (found: ReturnType<typeof findIn>) =>
  Object.fromEntries(found.parts.map(({ part, processes }) => [part, processes.map(({ pid }) => pid)]))

describe('which processes are there because of containers', () => {
  it('podman: the app below conmon, conmon itself, and a resolver that was not there before', () => {
    const all = [
      process(1, 0, 'systemd'),
      process(10, 1, 'conmon'),
      process(11, 10, 'node'),
      process(12, 11, 'node'),
      process(20, 1, 'aardvark-dns'),
      process(30, 1, 'aardvark-dns'),
      process(40, 1, 'conmon'),
    ]
    const states = statesIn('[{"State":{"Pid":11,"ConmonPid":10}}]')
    const found = findIn({ engine: { daemonNames: [] }, states, all, before: new Set([20, 40]) })
    expect(partsOf(found)).toEqual({ app: [11, 12], monitor: [10], network: [30] })
    expect(found.daemons).toEqual([])
  })

  it('docker: the shim above the app, docker-proxy below the daemon, and the daemons apart', () => {
    const all = [
      process(1, 0, 'systemd'),
      process(5, 1, 'dockerd'),
      process(6, 1, 'containerd'),
      process(10, 1, 'containerd-shim'),
      process(11, 10, 'node'),
      process(12, 5, 'docker-proxy'),
    ]
    const states = statesIn('[{"State":{"Pid":11}}]')
    const engine = { daemonNames: ['dockerd', 'containerd'] }
    const found = findIn({ engine, states, all, before: new Set([5, 6]) })
    expect(partsOf(found)).toEqual({ app: [11], monitor: [10], network: [12] })
    expect(found.daemons).toEqual([5, 6])
  })

  it("a container that has ended has no process, and PID 1 is nobody's monitor", () => {
    const all = [process(1, 0, 'systemd'), process(10, 1, 'node')]
    const found = findIn({
      engine: { daemonNames: [] },
      states: [{ pid: 10, monitor: undefined }],
      all,
      before: new Set(),
    })
    expect(partsOf(found)).toEqual({ app: [10], monitor: [], network: [] })
  })
})

it('a conmon in the folder of a comparison is a stray with all below it, and nobody else is', () => {
  const at = (pid: number, parent: number, name: string, command: string, uid = 0) => ({
    ...process(pid, parent, name),
    command,
    uid,
  })
  const ours = '/usr/bin/conmon -b /run/pilot/comparison/podman/overlay-containers/x/userdata'
  const all = [
    at(10, 1, 'conmon', ours),
    at(11, 10, 'crun', '/usr/bin/crun create x'),
    at(20, 1, 'conmon', '/usr/bin/conmon -b /var/lib/containers/storage/overlay-containers/y/userdata'),
    at(30, 1, 'conmon', ours, 1000),
    at(40, 1, 'less', `less ${ours}`),
  ]
  expect(straysIn(all).map(({ pid }) => pid)).toEqual([10, 11])
})

it('the libraries of a program are what ldd names by path, the loader too', () => {
  const text = `\tlinux-vdso.so.1 (0x00007ffd)
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\t/lib64/ld-linux-x86-64.so.2 (0x00007f)
`
  expect(parseLdd(text)).toEqual(['/lib/x86_64-linux-gnu/libc.so.6', '/lib64/ld-linux-x86-64.so.2'])
})

it('mounts below a folder come innermost first, and those of a folder with a like name not at all', () => {
  const mountinfo = `1 0 0:1 / / rw - ext4 x rw
2 1 0:1 / /run/a rw - tmpfs x rw
3 2 0:1 / /run/a/merged rw - overlay x rw
4 1 0:1 / /run/ab rw - tmpfs x rw
`
  expect(mountsBelow('/run/a', mountinfo)).toEqual(['/run/a/merged', '/run/a'])
})
