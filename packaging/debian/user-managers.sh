# user_managers: the units of the managers of tenants in user scope that are open at boot (loginctl(1), enable-linger).
user_managers() {
  for drop_in in /etc/systemd/system/user@*.service.d/50-pilot.conf; do
    uid=${drop_in##*/user@} uid=${uid%%.*}
    name=$(getent passwd "$uid" | cut -d: -f1)
    [ -z "$name" ] || [ ! -e "/var/lib/systemd/linger/$name" ] || echo "user@$uid.service"
  done
}
