import { execa } from 'execa'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Refusal } from './refusal.ts'

/** Where this machine itself gets Debian from, as its apt sources say; `PILOT_HOST_MIRROR` wins. */
export const findMirror = async (): Promise<string> => {
  const given = process.env['PILOT_HOST_MIRROR']
  if (given) return given
  const found = debianAddress(await readSources()) ?? debianAddress(await askApt())
  if (!found)
    throw new Refusal(
      'The apt sources of this machine name no Debian mirror. Set PILOT_HOST_MIRROR to the address of one.',
    )
  return resolveMirrorList(found)
}

interface Source {
  readonly address: string
  readonly suite: string
}

/** The archive itself: updates and security have suites like `bookworm-updates` and hold only parts. */
export const debianAddress = (sources: readonly Source[]): string | undefined =>
  sources.find(({ suite }) => /^(bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/.test(suite))
    ?.address

const readSources = async (): Promise<Source[]> => {
  const read = async (pattern: string, parse: (text: string) => Source[]): Promise<Source[]> => {
    const texts = await Promise.all(globSync(pattern).map((path) => readFile(path, 'utf8')))
    return texts.flatMap(parse)
  }
  return [
    ...(await read('/etc/apt/sources.list.d/*.sources', parseDeb822)),
    ...(await read('/etc/apt/{sources.list,sources.list.d/*.list}', parseOneLine)),
  ]
}

/** Stanzas of `Types:`, `URIs:`, `Suites:`; see sources.list(5). */
export const parseDeb822 = (text: string): Source[] =>
  text.split(/\n\s*\n/).flatMap((stanza) => {
    const lines = stanza.split('\n').filter((line) => !line.startsWith('#'))
    const words = (name: string): string[] =>
      lines
        .find((line) => line.toLowerCase().startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim()
        .split(/\s+/) ?? []
    if (!words('types').includes('deb') || words('enabled')[0] === 'no') return []
    return words('uris').flatMap((address) => words('suites').map((suite) => ({ address, suite })))
  })

/** Lines like `deb [options] address suite components`; see sources.list(5). */
export const parseOneLine = (text: string): Source[] =>
  [...text.matchAll(/^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/gm)].flatMap(([, address, suite]) =>
    address && suite ? [{ address, suite }] : [],
  )

const askApt = async (): Promise<Source[]> => {
  const { stdout } = await execa('apt-get', ['indextargets', '--format', '$(REPO_URI) $(SUITE)'], {
    reject: false,
  })
  return stdout.split('\n').flatMap((line) => {
    const [address, suite] = line.split(' ')
    return address && suite ? [{ address, suite }] : []
  })
}

/** Debian's cloud images name a file with addresses, one a line; see apt-transport-mirror(1). */
const resolveMirrorList = async (address: string): Promise<string> => {
  const file = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(address)?.[1]
  if (!file) return address
  const first = (await readFile(file, 'utf8')).split('\n').find((line) => /^[a-z]+:/.test(line))
  return first?.split(/\s/)[0] ?? address
}
