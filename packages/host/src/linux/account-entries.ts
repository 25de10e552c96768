import { inBatches } from './in-batches.ts'
import { readFileOnce } from './read-file-once.ts'
import { run } from './run.ts'

export type Database = 'passwd' | 'group'

/** Fields of a line of passwd(5) or group(5). */
export type Entry = readonly string[]

/** The entry with this name or id. What the file does not hold, another source of NSS may (getent(1)). */
export const findEntry = async (database: Database, key: string): Promise<Entry | undefined> =>
  (await files[database]())?.byKey.get(key) ?? (await askOthers(database, key))

/** Every id of users and groups that their sources list. */
export const allIds = inBatches(async (askers: readonly undefined[]) => {
  const [users, groups] = await Promise.all([idsOf('passwd'), idsOf('group')])
  return askers.map(() => [...users, ...groups])
})

const idsOf = async (database: Database): Promise<readonly number[]> => {
  if (!(await hasOtherSources(database))) return (await files[database]())?.ids ?? []
  return parse((await run('getent', [database])).stdout).ids
}

interface Entries {
  readonly byKey: ReadonlyMap<string, Entry>
  readonly ids: readonly number[]
}

const parse = (text: string): Entries => {
  const byKey = new Map<string, Entry>()
  const ids: number[] = []
  for (const line of text.split('\n')) {
    const entry = line.split(':')
    const [name, , id, gid] = entry
    if (name === undefined || id === undefined) continue
    // The first of a name or id counts, as for getpwnam(3).
    for (const key of [name, id]) if (!byKey.has(key)) byKey.set(key, entry)
    ids.push(Number(id), ...(/^\d+$/.test(gid ?? '') ? [Number(gid)] : []))
  }
  return { byKey, ids }
}

const files = {
  passwd: readFileOnce('/etc/passwd', parse),
  group: readFileOnce('/etc/group', parse),
} as const

/**
 * That other sources do not know a key is remembered for 5 s, as nscd(8) does for 20 s: to make one tenant it is asked
 * three times. What is in the files is always seen at once.
 */
const askOthers = async (database: Database, key: string): Promise<Entry | undefined> => {
  if (!(await hasOtherSources(database))) return undefined
  const unknown = unknownKeys[database]
  for (const [known, until] of unknown) if (until <= performance.now()) unknown.delete(known)
  if (unknown.has(key)) return undefined
  const entry = await ask[database](key)
  if (entry === undefined) unknown.set(key, performance.now() + 5_000)
  return entry
}

const unknownKeys = { passwd: new Map<string, number>(), group: new Map<string, number>() } as const

/** A program costs 4 ms, however many keys it looks up. Exit code 2: one of them was not found. */
const askNss = (database: Database) =>
  inBatches(async (keys: readonly string[]) => {
    const { stdout } = await run('getent', ['--', database, ...new Set(keys)], { accept: [2] })
    const { byKey } = parse(stdout)
    return keys.map((key) => byKey.get(key))
  })

const ask = { passwd: askNss('passwd'), group: askNss('group') } as const

/** Unless nsswitch.conf(5) names the file alone. */
const hasOtherSources = async (database: Database): Promise<boolean> => !(await isFileAlone())?.has(database)

const isFileAlone = readFileOnce('/etc/nsswitch.conf', (text) => namesFilesAlone(text))

/** The databases that nsswitch.conf(5) gives `files` as the only source. */
export const namesFilesAlone = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^[ \t]*(\w+):[ \t]*files[ \t]*(?:#.*)?$/gm)].map(([, database = '']) => database),
  )
