import type { TenantSpec } from '@pilot/contract'

/**
 * Ends with success once the app accepts connections, with failure once it is gone; TimeoutStartSec= bounds it.
 * The proxy starts after this, so the first request waits in the socket instead of being refused.
 */
export const readinessWait = (spec: TenantSpec): readonly string[] => [
  '/bin/bash',
  '-c',
  // A read that nobody ever answers is a pause without a process for each.
  `exec 9<> <(:); until ${spec.listen === 'port' ? portAccepts : socketAccepts}; do ` +
    'kill -0 "$MAINPID" || exit 1; read -rt 0.02 -u 9; done',
]

const portAccepts = '{ : 3<>"/dev/tcp/127.0.0.1/$PORT"; } 2>/dev/null'

// bash cannot connect to a Unix socket; perl-base is on every Debian. It starts once the file is there.
const socketAccepts =
  "{ [[ -S $SOCKET ]] && perl -MSocket -e 'socket(S,PF_UNIX,SOCK_STREAM,0) && connect(S,sockaddr_un($ENV{SOCKET})) or exit 1'; }"
