import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Architecture } from '../../src/cell/filter/architecture.ts'
import type { Instruction } from '../../src/cell/filter/instruction.ts'
import { decode } from './program.ts'

/** What systemd of that Debian loads for a tenant, the oldest first. data/README.md tells where they are from. */
export const systemdFilters = (
  debian: '12' | '13',
  architecture: Architecture,
): readonly (readonly Instruction[])[] =>
  readFileSync(join(import.meta.dirname, 'data', `debian-${debian}-${architecture}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => decode(Buffer.from(line, 'base64')))
