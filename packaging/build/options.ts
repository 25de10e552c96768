import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { repository } from './repository.ts'

export interface Options {
  readonly version: string
  readonly arch: Arch
  /** The folder that gets the package. */
  readonly output: string
  readonly compression: Compression
}

/** As dpkg calls them. */
export type Arch = 'amd64' | 'arm64'
export type Compression = 'fast' | 'small'

/** Reads the command line. A mistake in it ends the program with exit code 2. */
export const readOptions = async (args: readonly string[]): Promise<Options> => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        version: { type: 'string', default: await repositoryVersion() },
        arch: { type: 'string', default: machineArch() },
        output: { type: 'string', default: join(repository, 'dist') },
        compression: { type: 'string', default: 'fast' },
      },
    })
    return {
      version: oneMatching('version', values.version, /^[0-9][A-Za-z0-9.+~]*$/),
      arch: oneOf('arch', values.arch, ['amd64', 'arm64']),
      output: resolve(values.output),
      compression: oneOf('compression', values.compression, ['fast', 'small']),
    }
  } catch (error) {
    console.error(`packaging/build.ts: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(2)
  }
}

const repositoryVersion = async (): Promise<string> => {
  const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}

const machineArch = (): string => (process.arch === 'x64' ? 'amd64' : process.arch)

/** deb-version(7), without epoch and revision. */
const oneMatching = (name: string, value: string, pattern: RegExp): string => {
  if (!pattern.test(value)) throw new RangeError(`--${name} "${value}" is not a version of a Debian package.`)
  return value
}

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined)
    throw new RangeError(`--${name} must be ${allowed.join(' or ')}, and is "${value}".`)
  return found
}
