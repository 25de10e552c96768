import { execa } from 'execa'
import { globSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { openHost } from '../../host/index.ts'
import { instance, readRecord } from '../../host/instance.ts'
import { ensurePackage, installPackage } from '../../host/package-file.ts'
import { mountRoot } from '../../host/root-directory.ts'

/** What a virtual machine starts from. */
export interface Disk {
  readonly image: string
  readonly kernel: string
  readonly initrd: string
}

export const slowHost = instance('slow')

/** Debian's own kernel for virtual machines, its initrd, and the program that runs what it is told. */
const packages = ['linux-image-cloud-amd64', 'initramfs-tools', 'qemu-guest-agent']

/**
 * A disk with Debian and the package installed on it. The installation itself runs in a container, where it takes
 * seconds. The programs of these tests are in `/opt/slow`.
 */
export const makeDisk = async (): Promise<Disk> => {
  const file = await ensurePackage()
  // What an interrupted run left.
  await (await openHost(slowHost.name, { packages })).destroy()
  const host = await openHost(slowHost.name, { packages })
  await host.boot()
  await installPackage(host, file)
  await host.run(['mkdir', '--parents', '/opt/slow'])
  await cp(join(import.meta.dirname, '../programs'), join(host.rootDirectory, 'opt/slow'), {
    recursive: true,
  })
  await host.run(['chmod', '-R', 'a+rX', '/opt/slow'])
  const record = await readRecord(slowHost)
  await host.stop()
  if (record) await mountRoot(slowHost, record)
  const disk = {
    image: join(slowHost.directory, 'disk.img'),
    kernel: only(join(host.rootDirectory, 'boot/vmlinuz-*')),
    initrd: only(join(host.rootDirectory, 'boot/initrd.img-*')),
  }
  await execa('mke2fs', ['-q', '-F', '-t', 'ext4', '-d', host.rootDirectory, disk.image, '4G'])
  return disk
}

export const removeDisk = async (): Promise<void> => {
  await (await openHost(slowHost.name, { packages })).destroy()
}

const only = (pattern: string): string => {
  const [found] = globSync(pattern)
  if (found === undefined) throw new Error(`There is no ${pattern}.`)
  return found
}
