import { toFinding, type Check } from './check.ts'

/** What the kernel offers for limits, isolation and quick starts. Pilot works without each of them. */
export const checkKernel: Check = async ({ host: { machine } }) => {
  const [kernel, controllers, options] = await Promise.all([
    machine.kernel(),
    machine.cgroupControllers(),
    machine.cgroupMountOptions(),
  ])
  const lacking = ['cpu', 'memory', 'pids'].filter((name) => controllers?.includes(name) !== true)
  return [
    toFinding({
      id: 'kernel.cgroup',
      title: 'cgroup v2 with its controllers',
      met: lacking.length === 0,
      found: `cpu, memory and pids are there.`,
      otherwise:
        controllers === undefined
          ? 'There is no cgroup v2, so limits do not hold and memory is not told.'
          : `${lacking.join(', ')} not available, so limits on them do not hold.`,
      remedy: 'Boot with systemd.unified_cgroup_hierarchy=1 on the kernel command line.',
      weight: 'note',
    }),
    toFinding({
      id: 'kernel.favordynmods',
      title: 'Quick starts of processes in new cgroups',
      met: options.includes('favordynmods'),
      found: `The cgroup mount has favordynmods. Without it again: systemctl disable --now ${unit}`,
      otherwise:
        'The cgroup mount has no favordynmods, so cold starts take about 10 ms longer while the machine is busy.',
      remedy: isAtLeast(kernel, 6, 0)
        ? `If fork and exit may be a little dearer: systemctl enable --now ${unit}`
        : 'It needs Linux 6.0 or newer.',
      weight: 'note',
    }),
  ]
}

// Remounts, and undoes it when stopped. In a container it fails, and says why.
const unit = 'pilot-favordynmods.service'

const isAtLeast = (kernel: string, major: number, minor: number): boolean => {
  const [foundMajor = 0, foundMinor = 0] = kernel.split('.').map((part) => parseInt(part, 10))
  return foundMajor > major || (foundMajor === major && foundMinor >= minor)
}
