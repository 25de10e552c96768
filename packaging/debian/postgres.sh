# Shared by setup-postgres and postrm, which runs when nothing of the package is left: build.ts puts it into both.
: "${PILOT_PGHOST:=/var/run/postgresql}" "${PILOT_PGPORT:=5432}"
# User postgres may not enter the folder that the admin is in, and psql complains of that.
cd /

as_postgres() { runuser -u postgres -- env -i PATH="$PATH" LC_ALL=C.UTF-8 "$@"; }

# ask SQL: runs it as PostgreSQL's superuser and prints what it answers.
ask() {
  as_postgres psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 \
    --host="$PILOT_PGHOST" --port="$PILOT_PGPORT" --dbname=postgres --command="$1" </dev/null
}

# without_block FILE: its text without what stands between Pilot's two marks.
without_block() { sed -e '/^# pilot begin/,/^# pilot end/d' "$1"; }

# replace_file FILE: puts standard input in its place, atomically, with the owner and mode it had. As its owner, because
# the directory is PostgreSQL's and root should not write where somebody else can put symlinks.
replace_file() {
  runuser -u "$(stat -c %U "$1")" -- sh -euc '
    new=$(mktemp "$1.XXXXXX"); trap "rm -f \"$new\"" EXIT
    cp -p "$1" "$new"; cat >"$new"
    if cmp -s "$new" "$1"; then exit; fi
    sync "$new"; mv "$new" "$1"' sh "$1"
}
