import { run } from '../run.ts'

export type Shown = ReadonlyMap<string, string>

/** Properties of one unit of PID 1, formatted by systemctl: sets of capabilities and calls are bits on D-Bus. */
export const runSystemctlShow = async (unit: string, properties: readonly string[]): Promise<Shown> => {
  const wanted = `--property=${properties.join(',')}`
  const { stdout } = await run('systemctl', ['show', '--no-pager', wanted, '--', unit])
  return parseShown(stdout)[0] ?? new Map()
}

/** Lines of NAME=value, an empty line between units. */
export const parseShown = (output: string): readonly Shown[] =>
  output
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => new Map(block.trim().split('\n').map(splitOnce)))

const splitOnce = (line: string): [string, string] => {
  const at = line.indexOf('=')
  return [line.slice(0, at), line.slice(at + 1)]
}
