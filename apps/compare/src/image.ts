import { paths } from '@pilot/render'
import { execa } from 'execa'

export const imageName = (id: string): string => `localhost/pilot-compare:${id.toLowerCase()}`
/** On every container and image of a comparison, with its id. */
export const comparisonLabel = 'pilot.comparison'

/** A command line that writes a tar of all that the app needs: this machine's own Node and its libraries. */
export const packCommand = async (): Promise<readonly string[]> => {
  const { stdout } = await execa('ldd', [paths.node])
  const files = [paths.node, paths.comparedApp, ...parseLdd(stdout)]
  return [
    'tar',
    '--create',
    '--dereference',
    '--hard-dereference',
    '--directory=/',
    '--file=-',
    '--',
    ...files.map((path) => path.slice(1)),
  ]
}

/** The paths that ldd(1) prints: `name => path (address)`, or `path (address)` for the loader. */
export const parseLdd = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => /(?:=>|^)\s*(\/\S+) \(0x/.exec(line)?.[1] ?? [])

/** Arguments for `import`, which reads the tar. */
export const importArguments = (id: string): readonly string[] => [
  'import',
  '--change',
  `LABEL ${comparisonLabel}=${id}`,
  '--change',
  `CMD ${JSON.stringify([paths.node, paths.comparedApp])}`,
  '-',
  imageName(id),
]
