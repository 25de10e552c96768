import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const repository = join(import.meta.dirname, '../../..')

export interface Manifest {
  readonly name: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

export interface Workspace {
  /** From the repository, such as `packages/render`. */
  readonly directory: string
  readonly manifest: Manifest
}

export const readManifest = (directory: string): Manifest =>
  JSON.parse(readFileSync(join(repository, directory, 'package.json'), 'utf8')) as Manifest

export const workspaces: readonly Workspace[] = globSync(
  '{apps/*,packages/*,e2e,packaging,tooling}/package.json',
  {
    cwd: repository,
  },
).map((path) => ({ directory: dirname(path), manifest: readManifest(dirname(path)) }))
