#!/bin/bash
# One more tenant in a container of podman's, with PostgreSQL on the machine and a route in Caddy. It runs all the
# time and comes back after a reboot. The image is there already.
source "$(dirname "$0")/count.sh"

decide name=stepspodman "an account, database, container and unit that nothing else is called"
decide domain=stepspodman.localhost "where it is to answer"
decide port=9400 "one that nothing else listens on"
decide user=stepspodman "not root, which a container runs as by default, and is root of the machine too"
decide database=socket "the machine's socket is let in, so that no password is needed"

enter useradd --system --no-create-home --shell /usr/sbin/nologin "$user"

enter runuser -u postgres -- createuser "$name"
enter runuser -u postgres -- createdb --owner="$name" "$name"
enter runuser -u postgres -- psql --quiet --command="revoke all on database $name from public"

mkdir -p /etc/containers/systemd
write "/etc/containers/systemd/$name.container" <<END
[Container]
Image=localhost/bench
Exec=/usr/lib/pilot/user-rest-api/user-rest-api
User=$(id -u "$user"):$(id -g "$user")
PodmanArgs=--hostuser=$user
PublishPort=127.0.0.1:$port:8080
Environment=PORT=8080 PGHOST=/run/postgresql
Volume=/run/postgresql:/run/postgresql

[Service]
Restart=always

[Install]
WantedBy=multi-user.target
END
enter systemctl daemon-reload
enter systemctl start "$name.service"

write --append /etc/caddy/Caddyfile <<END
http://$domain {
	reverse_proxy 127.0.0.1:$port
}
END
enter systemctl reload caddy

prove
