import { execa } from 'execa'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { cacheDirectory, repository } from './directories.ts'
import type { Host } from './host.ts'
import { instance, readRecord, writeRecord } from './instance.ts'
import { holdLock } from './lock.ts'
import { hashSources } from './sources.ts'
import { writeWhole } from './write-whole.ts'

/** A built Debian package and the hash of the sources it was made from. */
export interface PackageFile {
  readonly path: string
  readonly sources: string
}

/** Builds the package where the sources have changed since the last time. */
export const ensurePackage = async (): Promise<PackageFile> => {
  await using _lock = await holdLock(join(cacheDirectory, 'package.lock'))
  const sources = await hashSources()
  const record = join(repository, 'dist/built.json')
  const last = existsSync(record) ? (JSON.parse(await readFile(record, 'utf8')) as PackageFile) : undefined
  if (last?.sources === sources && existsSync(last.path)) return last
  const built = { path: await build(), sources }
  await writeWhole(record, JSON.stringify(built))
  return built
}

/** Installs it with apt, which takes everything else from the root: there is no network inside. */
export const installPackage = async (host: Host, { path, sources }: PackageFile): Promise<void> => {
  const of = instance(host.name)
  const record = await readRecord(of)
  if (!record || (record.installed === sources && (await isInstalled(host)))) return
  const inside = `/var/cache/${basename(path)}`
  await host.run(['sh', '-c', 'cat >"$1"', 'sh', inside], { input: await readFile(path) })
  await host.run(['apt-get', 'install', '--yes', '--quiet', '--reinstall', '--allow-downgrades', inside], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  })
  await host.run(['rm', inside])
  await writeRecord(of, { ...record, installed: sources })
}

const isInstalled = async (host: Host): Promise<boolean> => {
  const { stdout } = await host.exec(['dpkg-query', '--show', '--showformat=${Status}', 'pilot'])
  return stdout === 'install ok installed'
}

const build = async (): Promise<string> => {
  const script = join(repository, 'packaging/build.ts')
  const { exitCode, stdout, all } = await execa(process.execPath, [script], {
    cwd: repository,
    all: true,
    reject: false,
  })
  if (exitCode !== 0) throw new Error(`${script} ended with ${exitCode}\n${all}`)
  const path = stdout.trimEnd().split('\n').at(-1) ?? ''
  if (!existsSync(join(repository, path)) && !existsSync(path))
    throw new Error(`${script} named no package\n${all}`)
  return existsSync(path) ? path : join(repository, path)
}
