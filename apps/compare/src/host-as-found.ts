import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { paths } from '@pilot/render'
import { execa } from 'execa'

const note = join(paths.comparisonRun, 'host.json')
/** Where named network namespaces are kept; made and mounted on itself by the first (ip-netns(8)). */
const namespaces = '/run/netns'
/** What podman 4 with CNI, as in Debian 12, leaves; netavark removes its own bridge. */
const cniBridge = '/sys/class/net/cni-podman0'
const forwarding = '/proc/sys/net/ipv4/ip_forward'

interface HostBefore {
  readonly ipForward: string
  readonly netavarkTable: boolean
  readonly namespaces: boolean
  readonly cniBridge: boolean
}

/** Notes what podman's network changes for the whole machine and does not take back. */
export const keepHostAsFound = async (): Promise<void> => {
  if (existsSync(note)) return
  await mkdir(paths.comparisonRun, { recursive: true, mode: 0o711 })
  const before: HostBefore = {
    ipForward: (await readFile(forwarding, 'utf8')).trim(),
    netavarkTable: await hasNetavarkTable(),
    namespaces: existsSync(namespaces),
    cniBridge: existsSync(cniBridge),
  }
  await writeFile(note, JSON.stringify(before))
}

/** Takes it back, unless somebody else has use for it by now. Answers what was taken back. */
export const leaveHostAsFound = async (): Promise<readonly string[]> => {
  if (!existsSync(note)) return []
  const before = JSON.parse(await readFile(note, 'utf8')) as HostBefore
  const done: string[] = []
  if (!before.cniBridge && existsSync(cniBridge) && (await readdir(`${cniBridge}/brif`)).length === 0) {
    await execa('ip', ['link', 'delete', basename(cniBridge)])
    done.push(`interface ${basename(cniBridge)}`)
  }
  const interfaces = await readdir('/sys/class/net')
  const has = (kind: RegExp): boolean => interfaces.some((name) => kind.test(name))
  if (!before.netavarkTable && !has(/^(podman|cni)/) && (await hasNetavarkTable())) {
    await execa('nft', ['delete', 'table', 'inet', 'netavark'])
    done.push('nftables table inet netavark')
  }
  const isForwarding = has(/^(podman|cni|docker|br-|veth|virbr|wg|tun)/)
  if (before.ipForward === '0' && !isForwarding && (await readFile(forwarding, 'utf8')).trim() !== '0') {
    await writeFile(forwarding, '0')
    done.push('net.ipv4.ip_forward')
  }
  if (!before.namespaces && existsSync(namespaces) && (await readdir(namespaces)).length === 0) {
    await execa('umount', [namespaces], { reject: false })
    await rmdir(namespaces)
    done.push(namespaces)
  }
  return done
}

const hasNetavarkTable = async (): Promise<boolean> =>
  !(await execa('nft', ['list', 'table', 'inet', 'netavark'], { reject: false })).failed
