#!/bin/bash
# One more tenant by hand, with systemd, PostgreSQL and Caddy: what Pilot makes, as an administrator would who knows
# how. The program leaves by itself when it is idle.
source "$(dirname "$0")/count.sh"

decide name=stepsbyhand "an account, database and unit that nothing else is called"
decide domain=stepsbyhand.localhost "where it is to answer"
decide idle=5min "when it may sleep"
decide socket=/run/stepsbyhand.sock "where Caddy finds it, and no other tenant may"
decide sandbox=strict "what of the machine it may see and change, and what Node still needs"
decide limits=none "systemd's start limits would leave the socket dead for good"
decide keepalive=off "a connection kept open by Caddy loses requests when the program leaves"

enter useradd --system --user-group --create-home --home-dir "/var/lib/$name" --shell /usr/sbin/nologin "$name"
enter chmod 700 "/var/lib/$name"

enter runuser -u postgres -- createuser "$name"
enter runuser -u postgres -- createdb --owner="$name" "$name"
enter runuser -u postgres -- psql --quiet --command="revoke all on database $name from public"

write "/etc/systemd/system/$name.socket" <<END
[Socket]
ListenStream=$socket
SocketGroup=caddy
SocketMode=0660
TriggerLimitIntervalSec=0

[Install]
WantedBy=sockets.target
END
write "/etc/systemd/system/$name.service" <<END
[Unit]
After=postgresql.service
StartLimitIntervalSec=0

[Service]
User=$name
WorkingDirectory=/var/lib/$name
Environment=PILOT_IDLE=$idle PGHOST=/run/postgresql
ExecStart=/usr/local/bin/user-rest-api
ProtectSystem=$sandbox
ReadWritePaths=/var/lib/$name
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectProc=invisible
ProtectKernelTunables=yes
ProtectControlGroups=yes
NoNewPrivileges=yes
CapabilityBoundingSet=
RestrictNamespaces=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service @pkey
SystemCallErrorNumber=EPERM
InaccessiblePaths=-/run/dbus -/run/systemd/private
END
enter systemctl daemon-reload
enter systemctl enable --now "$name.socket"

write --append /etc/caddy/Caddyfile <<END
http://$domain {
	reverse_proxy unix/$socket {
		transport http {
			keepalive $keepalive
		}
	}
}
END
enter systemctl reload caddy

prove
