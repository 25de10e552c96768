import { existsSync } from 'node:fs'
import { readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { paths } from '@pilot/render'
import { execa } from 'execa'
import { ifThere } from './memory/if-there.ts'
import { listProcesses } from './memory/processes.ts'
import { makeRunFolder } from './run-folder.ts'

const note = join(paths.comparisonRun, 'host.json')
/** Named network namespaces; the first who needs one makes the folder and mounts it on itself (ip-netns(8)). */
const namespaces = '/run/netns'
/** netavark's, and that of CNI, with which podman 4 comes in Debian 12. */
const bridges = ['podman0', 'cni-podman0']
const forwarding = '/proc/sys/net/ipv4/ip_forward'

interface HostBefore {
  /** null where there was no folder. */
  readonly namespaces: readonly string[] | null
  readonly bridges: readonly string[]
  readonly netavarkTable: boolean
  readonly ipForward: string
}

/** Notes what podman's network changes for the whole machine and does not always take back. */
export const keepHostAsFound = async (): Promise<void> => {
  if (existsSync(note)) return
  await makeRunFolder()
  const before: HostBefore = {
    namespaces: (await ifThere(readdir(namespaces))) ?? null,
    bridges: bridges.filter(hasInterface),
    netavarkTable: await hasNetavarkTable(),
    ipForward: await readForwarding(),
  }
  await writeFile(note, JSON.stringify(before))
}

/** Takes it back, unless somebody else has use for it by now. Answers what was taken back. */
export const leaveHostAsFound = async (): Promise<readonly string[]> => {
  if (!existsSync(note)) return []
  const before = JSON.parse(await readFile(note, 'utf8')) as HostBefore
  return [
    ...(await removeNamespaces(before)),
    ...(await removeBridges(before)),
    ...(await removeNetavarkTable(before)),
    ...(await resetForwarding(before)),
  ]
}

/** A podman that is killed while it makes a container does not know of the namespace it has made for it. */
const removeNamespaces = async (before: HostBefore): Promise<readonly string[]> => {
  const done: string[] = []
  const used = await usedNamespaces()
  for (const name of (await ifThere(readdir(namespaces))) ?? []) {
    const path = join(namespaces, name)
    if (before.namespaces?.includes(name) === true || !name.startsWith('netns-')) continue
    if (used.has((await stat(path)).ino)) continue
    await execa('ip', ['netns', 'delete', name])
    done.push(path)
  }
  if (before.namespaces === null && (await ifThere(readdir(namespaces)))?.length === 0) {
    await execa('umount', [namespaces], { reject: false })
    await rmdir(namespaces)
    done.push(namespaces)
  }
  return done
}

/** Inodes of the network namespaces that some process is in (namespaces(7)). */
const usedNamespaces = async (): Promise<ReadonlySet<number>> => {
  const found = await Promise.all(
    (await listProcesses()).map(({ pid }) => ifThere(stat(`/proc/${pid}/ns/net`))),
  )
  return new Set(found.flatMap((namespace) => namespace?.ino ?? []))
}

const removeBridges = async (before: HostBefore): Promise<readonly string[]> => {
  const done: string[] = []
  for (const bridge of bridges) {
    if (before.bridges.includes(bridge) || !(await untilUnused(bridge))) continue
    await execa('ip', ['link', 'delete', bridge])
    done.push(`interface ${bridge}`)
  }
  return done
}

/** True where it is there without ports. Those of a namespace that is gone go a moment later. */
const untilUnused = async (bridge: string): Promise<boolean> => {
  for (let looks = 0; looks < 50; looks += 1) {
    const ports = await ifThere(readdir(`/sys/class/net/${bridge}/brif`))
    if (ports === undefined) return false
    if (ports.length === 0) return true
    await wait(20)
  }
  return false
}

const removeNetavarkTable = async (before: HostBefore): Promise<readonly string[]> => {
  if (before.netavarkTable || bridges.some(hasInterface) || !(await hasNetavarkTable())) return []
  await execa('nft', ['delete', 'table', 'inet', 'netavark'])
  return ['nftables table inet netavark']
}

const resetForwarding = async (before: HostBefore): Promise<readonly string[]> => {
  if (before.ipForward !== '0' || (await readForwarding()) === '0') return []
  const forwards = /^(podman|cni|docker|br-|veth|virbr|wg|tun)/
  if ((await readdir('/sys/class/net')).some((name) => forwards.test(name))) return []
  await writeFile(forwarding, '0')
  return ['net.ipv4.ip_forward']
}

const readForwarding = async (): Promise<string> => (await readFile(forwarding, 'utf8')).trim()

const hasInterface = (name: string): boolean => existsSync(`/sys/class/net/${name}`)

const hasNetavarkTable = async (): Promise<boolean> =>
  !(await execa('nft', ['list', 'table', 'inet', 'netavark'], { reject: false })).failed
