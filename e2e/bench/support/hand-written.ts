import type { Bench } from './bench.ts'
import { node } from './bench.ts'
import { app } from './programs.ts'

/**
 * Where the app listens that an administrator put up by hand: a socket unit and a service, no sandbox. Without
 * systemd's start limits, which a quiet machine reaches.
 */
export const handSocket = '/run/bench-hand.sock'
export const handUnits = ['bench-hand.service']

export const writeHandUnits = ({ shell }: Bench): Promise<string> =>
  shell(`
    getent passwd bench-hand >/dev/null || useradd --system --no-create-home bench-hand
    printf '%s\\n' '[Socket]' 'ListenStream=${handSocket}' 'SocketGroup=caddy' 'SocketMode=0660' \\
      'Backlog=4096' TriggerLimitIntervalSec=0 >/etc/systemd/system/bench-hand.socket
    printf '%s\\n' '[Unit]' StartLimitIntervalSec=0 '[Service]' 'User=bench-hand' 'Type=exec' 'ExecStart=${node} ${app}' \\
      >/etc/systemd/system/bench-hand.service
    systemctl daemon-reload
    systemctl start bench-hand.socket`)

export const removeHandUnits = ({ shell }: Bench): Promise<string> =>
  shell(`
    systemctl stop bench-hand.socket bench-hand.service
    rm -f /etc/systemd/system/bench-hand.*
    systemctl daemon-reload
    userdel bench-hand`)
