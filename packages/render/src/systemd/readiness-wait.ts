import type { TenantSpec } from '@pilot/contract'

/**
 * Ends with success once the app accepts connections, with failure once it is gone; TimeoutStartSec= bounds it.
 * The proxy starts after this, so the first request waits in the socket instead of being refused.
 *
 * Perl, since perl-base is on every Debian and bash can neither connect to a Unix socket nor pause without a
 * process for it: its `read -t 0.02` is now and then killed by its own SIGALRM.
 */
export const readinessWait = (spec: TenantSpec): readonly string[] => [
  '/usr/bin/perl',
  '-MSocket',
  '-e',
  `until (socket(S, ${addressOf(spec)[0]}, SOCK_STREAM, 0) && connect(S, ${addressOf(spec)[1]})) ` +
    '{ kill 0, $ENV{MAINPID} or exit 1; select undef, undef, undef, 0.01 }',
]

const addressOf = (spec: TenantSpec): readonly [family: string, address: string] =>
  spec.listen === 'port'
    ? ['PF_INET', 'sockaddr_in($ENV{PORT}, INADDR_LOOPBACK)']
    : ['PF_UNIX', 'sockaddr_un($ENV{SOCKET})']
