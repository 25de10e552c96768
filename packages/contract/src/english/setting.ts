import type { SettingWords } from '../settings/words.ts'
import { formatTimeSpan } from '../time-span.ts'

export const setting: SettingWords = {
  domains: {
    title: 'Domains',
    one: 'domain',
    help: 'A host name that leads to the tenant',
    standing: (domains = []) => {
      if (domains.length === 0) return 'no domain'
      return domains.length === 1 ? `the domain ${domains.join()}` : `the domains ${domains.join(', ')}`
    },
  },
  command: {
    title: 'Command',
    help: "Program and arguments, quoted as in a shell: '/srv/shop/server --port 8080'",
    standing: (command = []) => `the command ${command.join(' ')}`,
  },
  activation: {
    title: 'Activation',
    help: 'Native: the program takes the socket as fd 3; proxied: it listens by itself',
    choices: {
      native: { title: 'Native', about: 'The program takes the listening socket as file descriptor 3.' },
      proxied: {
        title: 'Proxied',
        about: 'systemd-socket-proxyd stands before it, for programs that only know a port or a path.',
      },
    },
    standing: (activation = 'native') => `the activation ${activation}`,
  },
  listen: {
    title: 'Where it listens',
    help: 'Where a proxied program listens: on the port in PORT, or the socket in SOCKET',
    choices: {
      port: {
        title: 'On the port in PORT',
        about: 'Alone on its own loopback, without a network to the outside.',
      },
      socket: { title: 'On the Unix socket in SOCKET', about: 'With the network of the machine.' },
    },
    standing: (listen = 'port') => `listening on a ${listen}`,
  },
  scope: {
    title: 'Scope',
    help: "Whose systemd runs it: the machine's (default) or the tenant's own, lingering",
    choices: {
      system: { title: 'System', about: 'The machine’s systemd runs it. Asleep it costs next to nothing.' },
      user: { title: 'User', about: 'Its own systemd runs it, and stays in memory while it sleeps.' },
    },
    standing: (scope = 'system') => `the scope ${scope}`,
  },
  sandbox: {
    title: 'Sandbox',
    help: 'Who makes it: pilot (default), quick; systemd, which minds the mounts of your own drop-ins',
    choices: {
      pilot: { title: 'By Pilot', about: 'Made in under a millisecond at each start.' },
      systemd: {
        title: 'By systemd',
        about:
          'Some 15 ms slower at each start. For mounts and limits that your own drop-ins add to the unit.',
      },
    },
    standing: (sandbox = 'pilot') => `the sandbox made by ${sandbox}`,
  },
  idle: {
    title: 'Idle time',
    help: 'Sleep after this time without an open connection, like 10s, 1min or 1h (default: 5min)',
    standing: (idle) => `the idle time ${formatTimeSpan(idle ?? 0)}`,
  },
  runtimeMax: {
    title: 'Longest run',
    help: 'End even a busy program after this time',
    standing: (longest) =>
      longest === undefined ? 'no maximal run time' : `the maximal run time ${formatTimeSpan(longest)}`,
  },
  memoryMax: {
    title: 'Memory',
    help: 'Most memory, like 64M or 1G',
    standing: () => 'other limits',
  },
  cpuQuota: {
    title: 'CPU',
    help: 'Most processor time, in percent of one core, like 50%',
    standing: () => 'other limits',
  },
  tasksMax: {
    title: 'Tasks',
    help: 'Most processes and threads',
    standing: () => 'other limits',
  },
  environment: {
    title: 'Environment',
    one: 'variable',
    help: 'A variable of the program',
    standing: () => 'another environment',
  },
}
