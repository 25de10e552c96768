import type { Finding } from '@pilot/contract'
import { met, note, type Check } from './check.ts'

/** What the kernel offers for limits, isolation and quick starts. Pilot works without each of them. */
export const checkKernel: Check = async ({ host: { machine } }) => {
  const [kernel, controllers, options] = await Promise.all([
    machine.kernel(),
    machine.cgroupControllers(),
    machine.cgroupMountOptions(),
  ])
  return [checkControllers(controllers), checkFavordynmods(kernel, options)]
}

const checkControllers = (controllers: readonly string[] | undefined): Finding => {
  const lacking = ['cpu', 'memory', 'pids'].filter((name) => controllers?.includes(name) !== true)
  if (lacking.length === 0) return met('kernel.cgroup', { code: 'cgroup' })
  return note(
    'kernel.cgroup',
    controllers === undefined ? { code: 'no-cgroup' } : { code: 'no-controllers', controllers: lacking },
    { code: 'boot-option', option: 'systemd.unified_cgroup_hierarchy=1', command: null },
  )
}

const checkFavordynmods = (kernel: string, mountOptions: readonly string[]): Finding =>
  mountOptions.includes('favordynmods')
    ? met('kernel.favordynmods', { code: 'favordynmods', command: `systemctl disable --now ${unit}` })
    : note(
        'kernel.favordynmods',
        { code: 'no-favordynmods' },
        isAtLeast(kernel, 6, 0)
          ? { code: 'enable-favordynmods', command: `systemctl enable --now ${unit}` }
          : { code: 'upgrade-kernel', command: null },
      )

// Remounts, and undoes it when stopped. In a container it fails, and says why.
const unit = 'pilot-favordynmods.service'

const isAtLeast = (kernel: string, major: number, minor: number): boolean => {
  const [foundMajor = 0, foundMinor = 0] = kernel.split('.').map((part) => parseInt(part, 10))
  return foundMajor > major || (foundMajor === major && foundMinor >= minor)
}
