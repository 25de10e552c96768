import { oldestVersions } from '@pilot/contract'
import { paths } from '@pilot/render'
import type { Host } from '@pilot/host/ports'
import { fault, met, type Check } from './check.ts'

/** The version, user managers, and the templates of the package. */
export const checkSystemd: Check = async ({ host }) => {
  const version = await host.systemd.version()
  const [userManager, missing] = await Promise.all([
    host.systemd.inspect('user@0.service'),
    findMissingTemplates(host),
  ])
  return [
    parseInt(version, 10) >= oldestVersions.systemd
      ? met('systemd.version', { code: 'systemd-runs', version })
      : fault('systemd.version', { code: 'systemd-old', version }, { code: 'upgrade-system', command: null }),
    userManager.load === 'loaded'
      ? met('systemd.user-managers', { code: 'user-managers' })
      : fault(
          'systemd.user-managers',
          { code: 'no-user-managers' },
          { code: 'install', command: 'apt install systemd libpam-systemd dbus-user-session' },
        ),
    missing.length === 0
      ? met('systemd.templates', { code: 'templates', folder: paths.packagedUnits })
      : fault(
          'systemd.templates',
          { code: 'no-templates', units: missing, folder: paths.packagedUnits },
          { code: 'reinstall', command: 'apt install --reinstall pilot' },
        ),
  ]
}

const findMissingTemplates = async (host: Host): Promise<string[]> => {
  const templates = ['pilot@.socket', 'pilot@.service', 'pilot-proxy@.service']
  const found = await Promise.all(
    templates.map((unit) => host.files.inspect(`${paths.packagedUnits}/${unit}`)),
  )
  return templates.filter((_, index) => found[index] === undefined)
}
