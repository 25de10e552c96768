# Shared by postinst and setup-postgres: build.ts puts it into both.
# setting NAME: its value in /etc/pilot/pilot.conf, read as systemd's EnvironmentFile= does, which is no shell script.
setting() { sed -n "s/^$1=//p" /etc/pilot/pilot.conf 2>/dev/null | tail -n 1 | sed -e 's/[[:space:]]*$//' -e 's/^"\(.*\)"$/\1/'; }
