import { execa } from 'execa'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDirectory } from './directories.ts'
import type { Instance, InstanceRecord } from './instance.ts'

/**
 * Lays an instance's own root over the image, so that the image stays clean. Where overlayfs is refused
 * (a machine whose disk is itself an overlay), the image is copied.
 */
export const createRoot = async (of: Instance, image: string): Promise<InstanceRecord['mount']> => {
  await Promise.all([of.root, of.upper, of.work].map((path) => mkdir(path, { recursive: true })))
  if (await mountOverlay(of, image)) {
    await copyUp(join(of.root, 'var/lib/postgresql'))
    return 'overlay'
  }
  await execa('cp', ['--archive', '--reflink=auto', '--no-target-directory', image, of.root])
  return 'copy'
}

/** Puts an overlay back after the machine itself was restarted. */
export const mountRoot = async (of: Instance, record: InstanceRecord): Promise<void> => {
  if (record.mount === 'copy' || (await isMounted(of.root))) return
  if (!(await mountOverlay(of, record.image)))
    throw new Error(
      `${of.root} cannot be mounted over ${record.image}. Start anew with: ./pilot down --purge`,
    )
}

export const unmountRoot = async (of: Instance): Promise<void> => {
  if (await isMounted(of.root)) await execa('umount', ['--recursive', of.root])
}

export const removeRoot = async (of: Instance): Promise<void> => {
  await unmountRoot(of)
  await rm(of.directory, { recursive: true, force: true })
}

/**
 * Has overlayfs copy these files now (a change of a file's attributes does), not when they are first opened for
 * writing: who waits there for another's copy is woken by any signal, with EINTR (ovl_inode_lock_interruptible in
 * the kernel). PostgreSQL signals itself all the time, and creates databases side by side of the same template.
 */
const copyUp = async (directory: string): Promise<void> => {
  await execa('find', [directory, '-type', 'f', '-exec', 'touch', '--no-create', '-a', '{}', '+'], {
    reject: false,
  })
}

const mountOverlay = async (of: Instance, image: string): Promise<boolean> => {
  const layers = `lowerdir=${image},upperdir=${of.upper},workdir=${of.work}`
  const { exitCode } = await execa('mount', ['-t', 'overlay', 'overlay', '-o', layers, of.root], {
    reject: false,
  })
  return exitCode === 0
}

const isMounted = async (path: string): Promise<boolean> =>
  (await readMounts()).some((line) => line.split(' ')[1] === path)

/** True where any host, in whatever folder, is laid over an image of the cache. */
export const isImageMounted = async (): Promise<boolean> =>
  (await readMounts()).some((line) => line.includes(`lowerdir=${cacheDirectory}/`))

const readMounts = async (): Promise<string[]> => (await readFile('/proc/self/mounts', 'utf8')).split('\n')
