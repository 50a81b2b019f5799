#!/usr/bin/env bash
# Records what PostGIS finds in circles and polygons: record-postgis.sh. Needs Debian's postgresql and postgis; root, or the user that the database is to run as.
# The database lives in a folder of its own, listens on a socket there alone, and is gone at the end.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
work=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
end() { as "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap end EXIT
[ "$(id -u)" != 0 ] || chown postgres "$work"
cd "$work"
as "$bin/initdb" -D "$work/data" --auth=trust -U recorder -E UTF8 >/dev/null
as "$bin/pg_ctl" -D "$work/data" -w -l "$work/log" -o "-k $work -c listen_addresses=" start >/dev/null
as "$bin/createdb" -h "$work" -U recorder oracle
as "$bin/psql" -h "$work" -U recorder -d oracle -v ON_ERROR_STOP=1 -qAt -f - < "$here/postgis.sql" | gzip -9n > "$work.gz"
mv "$work.gz" "$here/postgis.tsv.gz"
