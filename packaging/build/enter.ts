import { execa } from 'execa'
import { join } from 'node:path'
import type { Arch } from './options.ts'
import { repository } from './repository.ts'

/**
 * Compiles pilot-enter into this file: static, without a libc and without what a compiler adds for one. Throws where
 * there is no compiler for that architecture.
 */
export const compileEnter = async (arch: Arch, output: string): Promise<void> => {
  const compiler = compilerFor(arch)
  try {
    await execa(compiler, [...flags, '-o', output, join(repository, 'packaging/enter/enter.c')])
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    throw new Error(
      `pilot-enter cannot be compiled for ${arch}: there is no ${compiler}. Install it: ${packages[arch]}`,
      { cause: error },
    )
  }
}

const compilerFor = (arch: Arch): string =>
  nodeArch[arch] === process.arch ? 'gcc' : `${gnuArch[arch]}-linux-gnu-gcc`

const nodeArch = { amd64: 'x64', arm64: 'arm64' } as const
const gnuArch = { amd64: 'x86_64', arm64: 'aarch64' } as const
const packages = {
  amd64: 'apt-get install gcc-x86-64-linux-gnu linux-libc-dev-amd64-cross',
  arm64: 'apt-get install gcc-aarch64-linux-gnu linux-libc-dev-arm64-cross',
} as const

const flags = [
  '-std=c11',
  '-Os',
  '-Wall',
  '-Wextra',
  '-Wconversion',
  '-Werror',
  '-ffreestanding',
  '-fno-builtin',
  '-nostdlib',
  '-static',
  '-fno-pic',
  '-no-pie',
  // Both would call into a libc: the protector's handler, and memset for a loop that fills.
  '-fno-stack-protector',
  '-fno-tree-loop-distribute-patterns',
  // The same bytes from the same source, and nothing that is not needed to run.
  '-fno-asynchronous-unwind-tables',
  '-Wl,--build-id=none',
  '-Wl,-z,noexecstack',
  '-s',
]
