import { execa } from 'execa'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDirectory } from './directories.ts'
import { holdLock } from './lock.ts'
import { findMirror } from './mirror.ts'
import { Refusal } from './refusal.ts'
import type { Suite } from './suite.ts'

/** What a small server has before Pilot comes, and what the tests look at it with. */
const packages = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'dbus-user-session',
  'libpam-systemd',
  // What Node is linked with: apt gets it on a real machine, and here is no network.
  'libatomic1',
  'postgresql',
  'caddy',
  'curl',
  'ca-certificates',
  'iproute2',
  'procps',
  'less',
  // A tenant's program that is not Node; the full package, for its http.server.
  'python3',
  // What tenants are compared with.
  'podman',
  'crun',
  'nftables',
]

/** mmdebstrap(1). Manual pages are a third of the files and nobody reads them here. */
const options = [
  '--variant=apt',
  '--dpkgopt=path-exclude=/usr/share/man/*',
  '--dpkgopt=force-unsafe-io',
  // Copied from this machine; without it the host is called as it is named to nspawn.
  '--customize-hook=rm "$1/etc/hostname"',
]

/** Mebibytes that one image takes, with room for its packages while it is built. */
const neededMebibytes = 3072

/**
 * The folder with the root of that Debian, with `more` packages than every host has, built if it is not there.
 * About a minute, then at once.
 */
export const ensureRootImage = async (suite: Suite, more: readonly string[] = []): Promise<string> => {
  const wanted = [...packages, ...more]
  const image = join(cacheDirectory, 'roots', imageName(suite, wanted))
  if (existsSync(image)) return image
  await using _lock = await holdLock(`${image}.lock`)
  if (!existsSync(image)) await build(suite, wanted, image)
  return image
}

const imageName = (suite: Suite, wanted: readonly string[]): string => {
  const content = createHash('sha256').update(JSON.stringify([suite, wanted, options]))
  return `${suite}-${content.digest('hex').slice(0, 16)}`
}

const build = async (suite: Suite, wanted: readonly string[], image: string): Promise<void> => {
  const unfinished = `${image}.new`
  const log = `${image}.log`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await requireDisk(unfinished)
  const outcome = await execa(
    'mmdebstrap',
    [
      ...options,
      ...(await aptOptions()),
      `--include=${wanted.join(',')}`,
      suite,
      unfinished,
      await findMirror(),
    ],
    { reject: false, all: true, stdin: 'ignore' },
  )
  createWriteStream(log).end(outcome.all)
  if (outcome.exitCode !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    throw new Error(
      `mmdebstrap could not build Debian ${suite}; all of it is in ${log}\n${lastLines(outcome.all, 15)}`,
    )
  }
  await rename(unfinished, image)
}

const requireDisk = async (directory: string): Promise<void> => {
  const { bavail, bsize } = await statfs(directory)
  const free = Math.floor((bavail * bsize) / 1024 ** 2)
  if (free < neededMebibytes)
    throw new Refusal(
      `Only ${free} MiB are free in ${cacheDirectory}, and a Debian root needs ${neededMebibytes} MiB.`,
    )
}

/** How this machine reaches its mirror: mmdebstrap reads none of the machine's own apt.conf(5). */
const aptOptions = async (): Promise<string[]> => {
  const { stdout } = await execa('apt-config', ['dump', '--no-empty', 'Acquire'], { reject: false })
  return stdout
    .split('\n')
    .filter((line) => /^Acquire::(https?::(Proxy|CAInfo|Verify-Peer)|Retries)\b/i.test(line))
    .map((line) => `--aptopt=${line}`)
}

const lastLines = (text: string, count: number): string => text.trimEnd().split('\n').slice(-count).join('\n')
