import { Domain } from '@pilot/contract'
import type { TenantName } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { fileMark, fitsSocketPath, paths } from '@pilot/render'
import type { Resource } from '../../resources/resource.ts'
import { textFile } from '../../resources/text-file.ts'
import type { Tenant } from '../../tenant.ts'

/**
 * `<name>.domains`: every domain of which this tenant may have files, so that those no longer wished are found without
 * looking at the files of all tenants. It names a domain before its files are made (`beforeFiles`), and until they are
 * gone (`afterFiles`): a crash in between leaves it saying too much, never too little.
 */
export const domainList = async (tenant: Tenant, { files }: Host): Promise<DomainList> => {
  const { name, domains } = tenant.spec
  const listed = await readList(name, files)
  const wished = domains.filter(fitsSocketPath)
  const file = (content: readonly Domain[]): Resource =>
    textFile(files, { path: paths.domainList(name), text: render(name, content), ownership: ofRoot })
  return {
    former: listed.filter((domain) => !domains.includes(domain)),
    beforeFiles: file([...listed, ...wished.filter((domain) => !listed.includes(domain))]),
    // It goes with `beforeFiles`, after all that it names.
    afterFiles: { ...file(wished), remove: async () => false },
  }
}

export interface DomainList {
  /** Listed and no longer wished; whether anything of them is there is not said. */
  readonly former: readonly Domain[]
  readonly beforeFiles: Resource
  readonly afterFiles: Resource
}

const ofRoot = { mode: 0o600, uid: 0, gid: 0 }

const render = (name: TenantName, domains: readonly Domain[]): string =>
  [`${fileMark}: domains of ${name}.`, ...domains].map((line) => `${line}\n`).join('')

const readList = async (name: TenantName, files: Host['files']): Promise<readonly Domain[]> => {
  const path = paths.domainList(name)
  if ((await files.inspect(path))?.kind !== 'file') return []
  const lines = ((await files.read(path)) ?? '').split('\n')
  return lines.flatMap((line) => Domain.safeParse(line).data ?? [])
}
