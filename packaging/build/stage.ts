import {
  paths,
  renderProxyTemplate,
  renderServiceTemplate,
  renderSocketTemplate,
  renderTenantCell,
} from '@pilot/render'
import { renderCallFilter } from '@pilot/render/call-filter'
import { chmod, cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bundle } from './bundle.ts'
import { writeChangelog } from './changelog.ts'
import { printCompletions } from './completions.ts'
import { writeControl } from './control.ts'
import { compileEnter } from './enter.ts'
import type { Options } from './options.ts'
import { repository } from './repository.ts'
import { expandIncludes } from './script.ts'
import { makeWebRoot, stageWeb } from './web.ts'

const packaging = join(repository, 'packaging')

/** What the apps have built, and where it goes. */
const built = {
  'apps/agent/dist': 'usr/lib/pilot',
  'apps/cli/dist': 'usr/lib/pilot/cli',
  'apps/compare/dist': 'usr/lib/pilot',
  'packages/activation/dist': 'usr/lib/pilot/activation',
  'apps/user-rest-api/dist': 'usr/lib/pilot/user-rest-api',
} as const

/** Puts together the tree that the package unpacks, with DEBIAN/ in it. */
export const stage = async (tree: string, runtime: string, options: Options): Promise<void> => {
  await cp(join(packaging, 'root'), tree, { recursive: true, verbatimSymlinks: true })
  for (const [from, to] of Object.entries(built)) {
    await cp(join(repository, from), join(tree, to), { recursive: true, filter: isNotCache })
  }
  await stageWeb(join(tree, 'usr/lib/pilot/web'))
  await makeWebRoot(join(tree, 'usr/share/pilot/web-root'))
  await place(join(tree, 'usr/lib/pilot/web/fill-cache.mjs'), await bundle('fill-web-cache.ts', 'esm'))
  await place(join(tree, 'usr/lib/pilot/bin/node'), await readFile(runtime), 0o755)
  await compileEnter(options.arch, join(tree, paths.enter))
  await place(join(tree, paths.tenantCell), renderTenantCell())
  await place(join(tree, paths.tenantFilter), renderCallFilter(options.arch))
  await place(join(tree, 'usr/lib/pilot/caddy-config.js'), await bundle('caddy-config.ts', 'cjs'))
  await place(
    join(tree, 'usr/lib/pilot/setup-postgres'),
    await expandIncludes(join(packaging, 'debian/setup-postgres')),
    0o755,
  )
  for (const [path, script] of await printCompletions()) await place(join(tree, path), script)
  const units = join(tree, 'usr/lib/systemd/system')
  await place(join(units, 'pilot@.socket'), renderSocketTemplate())
  await place(join(units, 'pilot@.service'), renderServiceTemplate())
  await place(join(units, 'pilot-proxy@.service'), renderProxyTemplate())
  await writeChangelog(tree, options)
  await normaliseModes(tree)
  await writeControl(tree, join(packaging, 'debian'), options)
}

/** Code caches depend on the machine; they are filled at installation. */
const isNotCache = (path: string): boolean => !path.endsWith('.cache')

const place = async (path: string, content: string | Uint8Array, mode = 0o644): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await chmod(path, mode)
}

/** So that nothing depends on the umask of whoever builds. */
const normaliseModes = async (tree: string): Promise<void> => {
  await chmod(tree, 0o755)
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const executable = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0
    await chmod(path, executable ? 0o755 : 0o644)
  }
}
