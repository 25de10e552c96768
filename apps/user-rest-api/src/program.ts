import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'

/**
 * Runs `app.cjs` of a directory as Node would run a CommonJS module. The cache is used if it was made from this
 * very build and V8 takes it (same version, same flags); otherwise the source is compiled.
 */
export const runProgram = (directory: string, cache: Buffer | undefined): Script => {
  const filename = join(directory, 'app.cjs')
  const source = readFileSync(filename, 'latin1')
  const cachedData =
    cache !== undefined && buildOf(source) === buildIn(cache) ? cache.subarray(markLength) : undefined
  const script = new Script(wrap(source), { filename, ...(cachedData === undefined ? {} : { cachedData }) })
  const run = script.runInThisContext() as (...given: unknown[]) => void
  const module = { exports: {} }
  run(module.exports, require, module, filename, directory)
  return script
}

/** The cache file of a program that ran: the mark of its build, then V8's data. */
export const makeCache = (directory: string, script: Script): Buffer => {
  const source = readFileSync(join(directory, 'app.cjs'), 'latin1')
  return Buffer.concat([Buffer.from(buildOf(source)), script.createCachedData()])
}

// V8 tells sources apart by nothing but their length (SerializedCodeData::SourceHash), so during an upgrade it
// would take the old cache for a new program as long. The build puts a digest at the end of app.cjs.
const markLength = 16
const buildOf = (source: string): string => source.slice(-markLength)
const buildIn = (cache: Buffer): string => cache.toString('latin1', 0, markLength)

const wrap = (source: string): string =>
  `(function (exports, require, module, __filename, __dirname) {${source}\n})`
