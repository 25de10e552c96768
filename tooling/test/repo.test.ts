import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readManifest, repository, workspaces } from './support/workspaces.ts'

const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

it('LICENSE is the MIT licence', () => expect(read('LICENSE')).toMatch(/^MIT License/))

describe('what comes from outside', () => {
  const workspace = parse(read('pnpm-workspace.yaml')) as {
    catalog: Record<string, string>
    allowBuilds?: Record<string, boolean>
  }

  it('the catalog names one exact version of each package', () => {
    const loose = Object.entries(workspace.catalog).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('every dependency comes from the catalog or from this workspace', () => {
    const others = [{ directory: '.', manifest: readManifest('.') }, ...workspaces].flatMap(
      ({ directory, manifest }) =>
        Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
          .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
          .map(([name, version]) => `${directory}: ${name}@${version}`),
    )
    expect(others).toEqual([])
  })

  it('the lockfile holds checksums and no addresses', () => {
    const lockfile = read('pnpm-lock.yaml')
    expect(lockfile).not.toMatch(/https?:\/\//)
    expect(lockfile).not.toMatch(/tarball:/)
  })

  it('no package runs a script of its own at installation', () =>
    expect(Object.values(workspace.allowBuilds ?? {}).filter((allowed) => allowed)).toEqual([]))

  it('no script of ours runs at installation or downloads anything', () => {
    const scripts = [readManifest('.'), ...workspaces.map(({ manifest }) => manifest)].flatMap(
      ({ name, scripts = {} }) =>
        Object.entries(scripts).map(([title, command]) => `${name} ${title}: ${command}`),
    )
    const atInstallation = /^\S+ ((pre|post)?install|prepare|prepublish):/
    const downloading = /\b(curl|wget|npx|dlx|git clone|playwright install)\b/
    expect(scripts.filter((script) => atInstallation.test(script) || downloading.test(script))).toEqual([])
  })

  it('./pilot fetches the Node and the pnpm that package.json asks for', () => {
    const root = JSON.parse(read('package.json')) as { packageManager: string; engines: { node: string } }
    const script = read('pilot')
    const version = (name: string): string => new RegExp(`${name}_VERSION=(\\S+)`).exec(script)?.[1] ?? ''
    expect(root.packageManager).toBe(`pnpm@${version('PNPM')}`)
    expect(version('NODE').startsWith(root.engines.node.replace('>=', ''))).toBe(true)
  })

  it('./pilot names no package registry and no mirror', () =>
    expect(read('pilot')).not.toMatch(/https?:\/\//))
})
