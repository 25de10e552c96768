import { readFile, stat } from 'node:fs/promises'

/** What `parse` makes of the file, made anew only after it was changed or replaced; undefined where there is no file. */
export const readFileOnce = <Parsed>(
  path: string,
  parse: (text: string) => Parsed,
): (() => Promise<Parsed | undefined>) => {
  let known: { readonly version: string; readonly parsed: Promise<Parsed> } | undefined
  return async () => {
    try {
      // Before it is read: if it changes in between, the next call sees another version.
      const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
      const version = [ino, size, mtimeNs, ctimeNs].join()
      if (known?.version !== version) known = { version, parsed: readFile(path, 'utf8').then(parse) }
      return await known.parsed
    } catch (error) {
      known = undefined
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return undefined
    }
  }
}
