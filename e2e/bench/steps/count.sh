# Sourced by the scripts beside it, each of which makes one more tenant with database and domain: does what an
# administrator does, and counts it.
set -euo pipefail
decisions=0 commands=0 files=0

# Something to think of: NAME=VALUE, and why it cannot be left to anybody else.
decide() { decisions=$((decisions + 1)) && declare -g "$1"; }

# Something to type.
enter() { commands=$((commands + 1)) && "$@" >&2; }

# A file to write, or with --append one to add to; what it says comes on stdin.
write() {
  files=$((files + 1))
  if [ "$1" = --append ]; then cat >>"$2"; else cat >"$1"; fi
}

# The same proof for each: the domain leads to a program that is in its own database.
prove() {
  local answer
  answer=$(curl -fsS --retry 20 --retry-all-errors --retry-delay 1 -H "Host: $domain" http://127.0.0.1/)
  [[ $answer == *'"db_status": "Connected"'*"\"database\": \"$name\""* ]] || { echo "$answer" >&2 && exit 1; }
  printf '{"commands": %d, "files": %d, "decisions": %d}\n' "$commands" "$files" "$decisions"
}
