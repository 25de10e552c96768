import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The shell script with each line `# include FILE` replaced by that file, which stands beside it. */
export const expandIncludes = async (path: string): Promise<string> => {
  const lines = (await readFile(path, 'utf8')).split('\n')
  const expanded = lines.map(async (line) => {
    const included = /^# include (?<file>\S+)$/.exec(line)?.groups?.['file']
    return included === undefined ? line : (await readFile(join(dirname(path), included), 'utf8')).trimEnd()
  })
  return (await Promise.all(expanded)).join('\n')
}
