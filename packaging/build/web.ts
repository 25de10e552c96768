import { execa } from 'execa'
import { createHash } from 'node:crypto'
import {
  cp,
  glob,
  mkdir,
  readFile,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { repository } from './repository.ts'

const app = join(repository, 'apps/web')
const output = join(app, '.next')
/** Says from which sources `.next` was built. */
const stamp = join(output, 'pilot-sources')

/** Where the package has it. */
const installed = '/usr/lib/pilot/web'

/**
 * Runs `next build` where the sources have changed since the last time; it is by far the slowest part of the
 * package.
 */
export const buildWeb = async (): Promise<void> => {
  const sources = await hashSources()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return
  await execa(process.execPath, ['--run', 'build'], {
    cwd: app,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', PILOT_BUILD_ID: sources.slice(0, 16) },
    stdout: 'ignore',
    stderr: 'inherit',
  })
  await writeFile(stamp, sources)
}

/** Puts what `next build` traced, with its static files, into the folder; without what only pictures would need. */
export const stageWeb = async (target: string): Promise<void> => {
  await cp(join(output, 'standalone'), target, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  await cp(join(output, 'static'), join(target, 'apps/web/.next/static'), { recursive: true })
  await cp(join(app, 'public'), join(target, 'apps/web/public'), { recursive: true }).catch(absent)
  await removeDanglingLinks(target)
  for (const file of ['server.js', '.next/required-server-files.json']) {
    const path = join(target, 'apps/web', file)
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(repository, installed))
  }
}

/** The file system of pilot-web.service before anything is mounted: nothing but the places for that. */
export const makeWebRoot = async (target: string): Promise<void> => {
  const folders = [
    'dev',
    'etc',
    'home',
    'proc',
    'root',
    'run',
    'sys',
    'tmp',
    'usr/lib',
    'usr/lib64',
    'var/tmp',
  ]
  for (const folder of folders) await mkdir(join(target, folder), { recursive: true })
  for (const link of ['lib', 'lib64']) await symlink(`usr/${link}`, join(target, link))
}

const hashSources = async (): Promise<string> => {
  const content = createHash('sha256')
  for (const path of await listSources())
    content.update(`${path}\0`).update(await readFile(join(repository, path)))
  return content.digest('hex')
}

const listSources = async (): Promise<string[]> => {
  const found = await Array.fromAsync(
    glob(['apps/web/**', 'packages/{contract,api}/src/**', 'pnpm-lock.yaml'], {
      cwd: repository,
      exclude: ['apps/web/{node_modules,.next,test}', '**/next-env.d.ts', '**/*.tsbuildinfo'],
      withFileTypes: true,
    }),
  )
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)))
    .sort()
}

// No picture is resized and no font measured: the native image library (the only native part) and 4 MB of metrics.
const isNeeded = (path: string): boolean =>
  !/\/(@img\+|sharp@|detect-libc@|semver@)|capsize-font-metrics\.json$|\.map$/.test(path)

const removeDanglingLinks = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const leads = await stat(path).then(
      () => true,
      () => false,
    )
    if (!leads) await rm(path)
    else if (!(await realpath(path)).startsWith(await realpath(folder)))
      throw new Error(`${path} leads out of the package, to ${join(dirname(path), await readlink(path))}.`)
  }
}

const absent = (error: unknown): void => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
