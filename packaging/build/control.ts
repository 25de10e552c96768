import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Options } from './options.ts'
import { expandIncludes } from './script.ts'

const scripts = ['postinst', 'prerm', 'postrm']

/** Writes DEBIAN/: what dpkg reads (deb-control(5)). */
export const writeControl = async (tree: string, debian: string, options: Options): Promise<void> => {
  const files = await listFiles(tree)
  const control = join(tree, 'DEBIAN')
  await mkdir(control, { mode: 0o755 })
  await writeFile(join(control, 'control'), renderControl(options, await installedSize(files)))
  await writeFile(join(control, 'conffiles'), '/etc/pilot/pilot.conf\n')
  await writeFile(join(control, 'md5sums'), await md5sums(tree, files))
  for (const script of scripts) {
    await writeFile(join(control, script), await expandIncludes(join(debian, script)), { mode: 0o755 })
  }
}

const listFiles = async (tree: string): Promise<readonly string[]> => {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

// libatomic1, libstdc++6 and libc6 are what Node itself is linked with.
const renderControl = ({ version, arch }: Options, kibibytes: number): string => `Package: pilot
Version: ${version}
Architecture: ${arch}
Maintainer: Pilot <pilot@localhost>
Installed-Size: ${kibibytes}
Depends: systemd (>= 252), postgresql (>= 15) | postgresql-15 | postgresql-16 | postgresql-17 | postgresql-18, caddy (>= 2.6), dbus, passwd, util-linux, libatomic1, libc6 (>= 2.36), libstdc++6 (>= 12)
Recommends: libpam-systemd, dbus-user-session
Section: admin
Priority: optional
Description: many small services on one machine, asleep until somebody asks
 Pilot gives each tenant a Linux account, a PostgreSQL database without a
 password, a socket that systemd holds, and a domain in Caddy. The tenant's
 program runs only while it has something to do.
`

/** Kibibytes, as deb-control(5) wants them. */
const installedSize = async (files: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(files.map(async (file) => Math.ceil((await stat(file)).size / 1024)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const md5sums = async (tree: string, files: readonly string[]): Promise<string> => {
  const lines = files.filter(isNotConffile(tree)).map(async (file) => {
    const sum = createHash('md5')
      .update(await readFile(file))
      .digest('hex')
    return `${sum}  ${relative(tree, file)}\n`
  })
  return (await Promise.all(lines)).join('')
}

const isNotConffile = (tree: string) => (file: string) => !relative(tree, file).startsWith('etc/')
