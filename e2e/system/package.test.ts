import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHost, type Host } from '../host/index.ts'
import { apt, putPackage } from './support/package.ts'
import { until } from './support/until.ts'

// Hosts of their own: here the package itself comes and goes. The tests of a host build on one another, in this order.
describe.each(['trixie', 'bookworm'] as const)('the package on Debian %s', (suite) => {
  let host: Host
  let first: string
  let second: string

  const sh = async (script: string): Promise<string> =>
    (await host.run(['bash', '-euo', 'pipefail', '-c', script])).trim()
  const exitCode = async (...argv: string[]): Promise<number> => (await host.exec(argv)).exitCode
  const code = (domain: string) =>
    sh(`curl -s -m 10 -o /dev/null -w '%{http_code}' -H 'Host: ${domain}' http://localhost/ || true`)
  const sql = (statement: string) => sh(`cd / && runuser -u postgres -- psql -XAtqc "${statement}"`)
  const rules = () =>
    sql(`select concat_ws(' ', type, array_to_string(database, ','), array_to_string(user_name, ','), auth_method)
      from pg_hba_file_rules order by line_number limit 4`)
  const mainPid = (unit: string) => sh(`systemctl show --property=MainPID --value ${unit}`)
  const useCaddyfile = (text: string) => host.run(['tee', '/etc/caddy/Caddyfile'], { input: text })

  const pilotRules = [
    'local all pilot peer',
    'local sameuser +pilot_tenants peer',
    'local all +pilot_tenants reject',
    'host all +pilot_tenants reject',
  ].join('\n')

  beforeAll(async () => {
    host = await openHost(`package-${suite}`, { suite })
    await host.destroy()
    host = await openHost(`package-${suite}`, { suite })
    await host.boot()
    first = await putPackage(host, '1.0.0')
    second = await putPackage(host, '1.0.1')
  }, 400_000)
  afterAll(() => host.destroy(), 60_000)

  describe('installed', () => {
    let said: string

    beforeAll(async () => {
      said = await apt(host, 'install', first)
    }, 120_000)

    it("prints a one-time link for the first operator's password, and until when it holds", async () => {
      expect(said).toMatch(/until 2\d{3}-.*\s+http:\/\/pilot\.localhost\/welcome#\S+/)
    })

    it('serves the web interface on its domain, from a code cache that only root may change', async () => {
      expect(await code('pilot.localhost')).toMatch(/^[23]/)
      expect(await sh('ls /usr/lib/pilot/web-cache/*/* | wc -l')).not.toBe('0')
      expect(await sh('find /usr/lib/pilot/web-cache ! -user root -o -perm /022')).toBe('')
    })

    it('follows another domain of the web interface at a reload, and none at all', async () => {
      const setDomain = (domain: string) =>
        sh(`sed -i 's/^PILOT_WEB_DOMAIN=.*/PILOT_WEB_DOMAIN=${domain}/' /etc/pilot/pilot.conf
          systemctl reload caddy.service; systemctl stop pilot-web.service pilot-agent.service`)

      await setDomain('panel.example.com')
      expect([await code('panel.example.com'), await code('pilot.localhost')]).toEqual(['307', '404'])
      await setDomain('')
      expect([await code('panel.example.com'), await code('pilot.localhost')]).toEqual(['404', '404'])
      await setDomain('pilot.localhost')
      expect(await code('pilot.localhost')).toBe('307')
    })

    it('holds nothing of the web interface but what runs: no tests, no simulation, nothing native', async () => {
      const files = await sh('dpkg --listfiles pilot')
      expect(files).toContain('/usr/lib/pilot/web/apps/web/server.js')
      expect(files).not.toMatch(
        /simulated|\.test\.|\.spec\.|\.tsx?$|\.node$|\.so\b|sharp|\/playwright|\.map$/m,
      )
    })

    it('makes every folder with the owner and mode that it needs, and opens the sockets of the agent', async () => {
      const found =
        await sh(`cd / && stat -c '%a %U:%G %n' etc/pilot etc/pilot/* var/lib/pilot var/lib/pilot/{tenants,by-domain,routes,samples,metrics} \
        run/pilot run/pilot/{tenants,user,app,agent,status,web} run/pilot/agent/* run/pilot/status/* run/pilot/web/* run/caddy`)
      expect(found.split('\n')).toEqual([
        '755 root:root etc/pilot',
        '644 root:root etc/pilot/pilot.conf',
        '711 root:root etc/pilot/tenants',
        '711 root:root var/lib/pilot',
        '711 root:root var/lib/pilot/tenants',
        '750 root:caddy var/lib/pilot/by-domain',
        '750 root:caddy var/lib/pilot/routes',
        '700 root:root var/lib/pilot/samples',
        '705 root:pilot-tenants var/lib/pilot/metrics',
        '755 root:root run/pilot',
        '2750 root:caddy run/pilot/tenants',
        '711 root:root run/pilot/user',
        '711 root:root run/pilot/app',
        '711 root:root run/pilot/agent',
        '705 root:pilot-tenants run/pilot/status',
        '750 root:caddy run/pilot/web',
        '660 root:pilot-web run/pilot/agent/bridge.sock',
        '600 root:root run/pilot/agent/root.sock',
        '666 root:root run/pilot/status/status.sock',
        '660 root:caddy run/pilot/web/web.sock',
        '750 caddy:caddy run/caddy',
      ])
      expect(await sh('readlink /run/pilot/by-domain')).toBe('/var/lib/pilot/by-domain')
    })

    it('brings the completions of three shells', async () => {
      const completions =
        '{bash-completion/completions/pilot,zsh/vendor-completions/_pilot,fish/vendor_completions.d/pilot.fish}'
      expect(await sh(`grep -c 'pilot complete -- ' /usr/share/${completions} | grep -vc ':0$'`)).toBe('3')
    })

    it('has units that systemd-analyze finds nothing wrong with', async () => {
      const outcome = await host.exec([
        'systemd-analyze',
        'verify',
        '--man=no',
        'pilot-agent.service',
        'pilot-sample.service',
        'pilot-sample.timer',
        'pilot-sample-rest.service',
        'pilot-sample-rest.timer',
        'caddy.service',
        'sockets.target',
        'pilot-agent.socket',
        'pilot-agent-bridge.socket',
        'pilot-agent-status.socket',
        'pilot-web.socket',
        'pilot-web.service',
      ])
      expect(outcome).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    })

    it('moves the admin API of Caddy away from TCP, to where only root and Caddy reach it', async () => {
      expect(await sh('ss -Hltn sport = 2019')).toBe('')
      expect(
        await exitCode(
          'curl',
          '-s',
          '--unix-socket',
          '/run/caddy/admin.sock',
          '-H',
          'Host;',
          'http://x/config/',
        ),
      ).toBe(0)
      const stranger = await host.exec(
        ['curl', '-s', '--unix-socket', '/run/caddy/admin.sock', 'http://x/config/'],
        {
          user: 'nobody',
        },
      )
      expect(stranger.exitCode).not.toBe(0)
    })

    it('puts its rules before all others, and gives its role no more than it needs', async () => {
      expect(await rules()).toBe(pilotRules)
      expect(
        await sql(
          `select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = 'pilot'`,
        ),
      ).toBe('f|t|t|t')
      expect(await sh(`cd / && psql -XAtq -U pilot -d postgres -c 'select current_user'`)).toBe('pilot')
      expect(
        await exitCode(
          'runuser',
          '-u',
          'nobody',
          '--',
          'psql',
          '-XAtq',
          '-U',
          'pilot',
          '-d',
          'postgres',
          '-c',
          '',
        ),
      ).not.toBe(0)
      expect(await sh(`stat -c '%a %U:%G' /etc/postgresql/*/main/pg_{hba,ident}.conf`)).toBe(
        '640 postgres:postgres\n640 postgres:postgres',
      )
    })

    it('changes nothing when PostgreSQL is set up again', async () => {
      const sums = 'sha256sum /etc/postgresql/*/main/pg_{hba,ident}.conf'
      const before = await sh(sums)
      expect(await sh('/usr/lib/pilot/setup-postgres 2>&1')).toBe('')
      expect(await sh(sums)).toBe(before)
    })
  })

  describe('with a tenant', () => {
    beforeAll(() => host.run(['pilot', 'create-tenant', '--name=live', '--idle=5min']), 60_000)

    it('takes up a change of the Caddyfile at a reload, and keeps the tenant', async () => {
      await useCaddyfile('http://own.example {\n\trespond "own site"\n}\n')
      await sh('systemctl reload caddy.service')
      expect(await sh(`curl -s -H 'Host: own.example' http://localhost/`)).toBe('own site')
      expect(await code('live.localhost')).toBe('200')
    })

    it('refuses a faulty Caddyfile with the words of Caddy, and goes on serving', async () => {
      await useCaddyfile('http://own.example {\n\tnonsense\n}\n')
      expect(await exitCode('systemctl', 'reload', 'caddy.service')).not.toBe(0)
      expect(await sh('journalctl --unit=caddy.service --lines=20 --output=cat')).toContain(
        '/etc/caddy/Caddyfile:2: unrecognized directive: nonsense',
      )
      expect(await code('own.example')).toBe('200')
      expect(await code('live.localhost')).toBe('200')
    })

    it.each(['admin :2019', 'admin off'])(
      'keeps the admin API where it is though the Caddyfile says "%s"',
      async (option) => {
        await useCaddyfile(`{\n\t${option}\n}\nhttp://own.example {\n\trespond "own site"\n}\n`)
        await sh('systemctl reload caddy.service && systemctl reload caddy.service')
        expect(await sh('ss -Hltn sport = 2019')).toBe('')
        expect(await code('own.example')).toBe('200')
        expect(await code('live.localhost')).toBe('200')
      },
    )

    it('serves the sites of the admin, and nothing on TCP for tenants, where Node cannot run', async () => {
      await sh('mv /usr/lib/pilot/bin/node /root/node && systemctl restart caddy.service')
      const [own, admin] = [await code('own.example'), await sh('ss -Hltn sport = 2019')]
      await sh('mv /root/node /usr/lib/pilot/bin/node && systemctl reload caddy.service')
      expect([own, admin]).toEqual(['200', ''])
      expect(await code('live.localhost')).toBe('200')
    })

    it('is upgraded while the tenant and Caddy run on, with settings and store as they were', async () => {
      await sh(`echo '# mine' >>/etc/pilot/pilot.conf`)
      expect(await code('live.localhost')).toBe('200')
      const [tenant, caddy] = [await mainPid('pilot@live.service'), await mainPid('caddy.service')]
      const sampler = await until(
        'the sampler is there',
        () => mainPid('pilot-sample.service'),
        (pid) => pid !== '0',
      )

      const said = await apt(host, 'install', second)

      expect(said).not.toContain('welcome#')
      expect(await sh('dpkg-query --show --showformat=\\${Version} pilot')).toBe('1.0.1')
      expect(await mainPid('pilot@live.service')).toBe(tenant)
      expect(await mainPid('caddy.service')).toBe(caddy)
      // What was installed before is no longer run by anybody.
      expect(['0', sampler]).not.toContain(await mainPid('pilot-sample.service'))
      expect(await code('live.localhost')).toBe('200')
      expect(await sh('tail -n 1 /etc/pilot/pilot.conf')).toBe('# mine')
      expect(await sh('pilot list --json')).toContain('"live"')
    })

    it('removed, stops the tenant and keeps its data, and leaves Caddy and the machine as they were', async () => {
      const said = await apt(host, 'remove', 'pilot')

      expect(said).toContain('Their files are kept in /var/lib/pilot/tenants')
      expect(await sh('ps -U live -o pid= || true')).toBe('')
      expect(await sh(`systemctl list-units --plain --no-legend 'pilot-*'`)).toBe('')
      expect(await sh('test -d /var/lib/pilot/tenants/live && getent passwd live | cut -d: -f1')).toBe('live')
      expect(await sql(`select 1 from pg_database where datname = 'live'`)).toBe('1')
      expect(await code('own.example')).toBe('200')
      expect(await sh('systemctl show --property=DropInPaths --value caddy.service')).toBe('')
      expect(
        await sh('ls -d /usr/lib/pilot /usr/local/bin/user-rest-api /run/caddy 2>/dev/null || true'),
      ).toBe('')
      expect(await sh(`systemctl list-units --failed --plain --no-legend 'pilot*'`)).toBe('')
    })

    it('installed again, serves the tenant again', async () => {
      await apt(host, 'install', second)
      await until(
        'the tenant answers',
        () => code('live.localhost'),
        (seen) => seen === '200',
      )
    })

    it('purged, leaves the tenant what is its own, and the rules that keep it apart', async () => {
      const said = await apt(host, 'purge', 'pilot')

      expect(said).toContain('files of tenants are kept in /var/lib/pilot/tenants')
      expect(await sh('ls /var/lib/pilot')).toBe('tenants')
      expect(await sh('ls -d /etc/pilot /run/pilot /etc/systemd/system/pilot@* 2>/dev/null || true')).toBe('')
      expect(await sql(`select rolcanlogin from pg_roles where rolname = 'pilot'`)).toBe('f')
      expect(await rules()).toBe(pilotRules)
    })

    it('purged without tenants, leaves no trace', async () => {
      await apt(host, 'install', second)
      await sql('drop database live')
      await sql('drop role live')
      await sh('userdel live && rm -r /var/lib/pilot/tenants/live /etc/sysusers.d/pilot-live.conf')

      await apt(host, 'purge', 'pilot')

      expect(await sql(`select count(*) from pg_roles where rolname like 'pilot%'`)).toBe('0')
      expect(await sh('cat /etc/postgresql/*/main/pg_{hba,ident}.conf | grep -c pilot || true')).toBe('0')
      expect(await sh('{ getent passwd; getent group; } | grep pilot || true')).toBe('')
      expect(await sh(`find /etc /usr /run /var/lib -xdev -name '*pilot*' ! -path '*/copilot*'`)).toBe('')
    })
  })

  describe('where something is in the way', () => {
    it('is installed without PostgreSQL and Caddy running, and says what is to be done', async () => {
      await sh('systemctl stop caddy.service postgresql.service')

      const said = await apt(host, 'install', first)

      expect(said).toContain(
        'no tenant can have a database until this has been run: /usr/lib/pilot/setup-postgres',
      )
      expect(said).toContain('caddy.service does not run')
      await sh('systemctl start postgresql.service caddy.service && until pg_isready -q; do sleep 0.1; done')
      await sh('/usr/lib/pilot/setup-postgres')
      expect(await rules()).toBe(pilotRules)
      await apt(host, 'purge', 'pilot')
    })

    it('leaves a faulty pg_hba.conf as it is, and names the line', async () => {
      await sh('echo nonsense >>"$(echo /etc/postgresql/*/main/pg_hba.conf)"')

      const said = await host.exec(['sh', '-c', `apt-get --yes install ${first} 2>&1`], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      })

      expect(said.exitCode).toBe(0)
      expect(said.stdout).toMatch(/Mend this, and run it again: pg_hba.conf line \d+: .*nonsense/)
      expect(await sh('grep -c pilot /etc/postgresql/*/main/pg_hba.conf || true')).toBe('0')
      await sh(`sed -i '$d' /etc/postgresql/*/main/pg_hba.conf`)
      await apt(host, 'purge', 'pilot')
    })

    it('gives no rights to a role pilot that somebody else made, and leaves it at purge', async () => {
      await sql('create role pilot login')

      const said = await host.exec(['sh', '-c', `apt-get --yes install ${first} 2>&1`], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      })

      expect(said.stdout).toContain('there is a role pilot in PostgreSQL that Pilot did not make')
      await apt(host, 'purge', 'pilot')
      expect(await sql(`select rolcreaterole from pg_roles where rolname = 'pilot'`)).toBe('f')
    })
  })
})
