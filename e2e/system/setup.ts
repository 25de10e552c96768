import { writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../host/directories.ts'
import { openHost } from '../host/index.ts'
import { instance } from '../host/instance.ts'
import { holdLock } from '../host/lock.ts'
import { ensurePackage, installPackage } from '../host/package-file.ts'
import { parseDebian, suites } from '../host/suite.ts'
import { hostName } from './support/host-name.ts'

/**
 * A freshly built host with the package installed, for the system tests of one lane. Afterwards its
 * journal is in artifacts/, and the host is gone, unless PILOT_TEST_KEEP is set.
 */
export default async function setup(): Promise<() => Promise<void>> {
  // The host has one name, so one run at a time; and ./pilot down leaves it alone meanwhile.
  const lock = await holdLock(instance(hostName).lock)
  const file = await ensurePackage()
  await (await openHost(hostName)).destroy()
  const host = await openHost(hostName, {
    suite: suites[parseDebian(process.env['PILOT_TEST_DEBIAN'] ?? '13')],
  })
  await host.boot()
  await installPackage(host, file)
  return async () => {
    const journal = await host.exec(['journalctl', '--boot', '--no-pager', '--output=short-precise'])
    await mkdir(join(repository, 'artifacts'), { recursive: true })
    await writeFile(join(repository, `artifacts/${hostName}-journal.log`), journal.stdout)
    if (!process.env['PILOT_TEST_KEEP']) await host.destroy()
    await lock[Symbol.asyncDispose]()
  }
}
