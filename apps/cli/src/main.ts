import { createConnections } from './connect.ts'
import { standardStream } from './output/standard-stream.ts'
import { run } from './run.ts'

const interruption = new AbortController()
// Once: a second Ctrl-C ends the process at once, as ever.
process.once('SIGINT', () => interruption.abort())

const start = async (): Promise<void> => {
  process.exitCode = await run(process.argv.slice(2), {
    stdout: standardStream(process.stdout),
    stderr: standardStream(process.stderr),
    signal: interruption.signal,
    readFile: async (path) => (await import('./read-file.ts')).readFile(path),
    ...createConnections({ uid: process.getuid?.() ?? -1, sudoUser: process.env['SUDO_USER'] }),
  })
}

// Not awaited here: the bundle is CommonJS (build.ts). `run` tells every error itself.
void start()
