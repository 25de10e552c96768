import { paths } from '@pilot/render'
import type { Host } from '@pilot/host/ports'
import { toFinding, type Check } from './check.ts'

/** The version, user managers, and the templates of the package. */
export const checkSystemd: Check = async ({ host }) => {
  const version = await host.systemd.version()
  const [userManager, missing] = await Promise.all([
    host.systemd.inspect('user@0.service'),
    findMissingTemplates(host),
  ])
  return [
    toFinding({
      id: 'systemd.version',
      title: `systemd ${oldest} or newer`,
      met: parseInt(version, 10) >= oldest,
      found: `systemd ${version} runs.`,
      otherwise: `systemd ${version} is too old.`,
      remedy: 'Upgrade the system to Debian 12, or to Fedora 37, or newer.',
    }),
    toFinding({
      id: 'systemd.user-managers',
      title: 'systemd runs user units',
      met: userManager.load === 'loaded',
      found: 'user@.service is there.',
      otherwise: 'user@.service is missing, so --scope=user does not work.',
      remedy: 'Install it: apt install systemd libpam-systemd dbus-user-session',
    }),
    toFinding({
      id: 'systemd.templates',
      title: "Pilot's unit templates are installed",
      met: missing.length === 0,
      found: `They are in ${paths.packagedUnits}.`,
      otherwise: `${missing.join(', ')} missing in ${paths.packagedUnits}.`,
      remedy: 'Install the package again: apt install --reinstall pilot',
    }),
  ]
}

// Of Debian 12; older ones were not tried.
const oldest = 252

const findMissingTemplates = async (host: Host): Promise<string[]> => {
  const templates = ['pilot@.socket', 'pilot@.service', 'pilot-proxy@.service']
  const found = await Promise.all(
    templates.map((unit) => host.files.inspect(`${paths.packagedUnits}/${unit}`)),
  )
  return templates.filter((_, index) => found[index] === undefined)
}
