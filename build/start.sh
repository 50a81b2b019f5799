#!/usr/bin/env bash
# Starts the published service that lies beside this script, or in PROGRAM; arguments go to it.
# PORT (default 8080) or ASPNETCORE_URLS: where it listens. SERVICETRAY_DATA (default /data): where it writes, and nowhere else.
set -euo pipefail
program=${PROGRAM:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)}
if [ ! -f "$program/ServiceTray.dll" ]; then
  echo "start.sh: no ServiceTray.dll in $program; publish with build/publish.sh FOLDER and run FOLDER/start.sh" >&2
  exit 2
fi
export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://+:${PORT:-8080}}
export SERVICETRAY_DATA=${SERVICETRAY_DATA:-/data}
# Room for what lives as long as a request (24 MB, hexadecimal). The runtime moves what outlives it on only when that is more than a tenth of it:
# with 64 MB some 3 MB of young caches were gone through at every collection, 15 ms each; with 24 MB it takes 2 to 3.
export DOTNET_GCgen0size=${DOTNET_GCgen0size:-0x1800000}
# The base image names a port of its own; two answers to one question make the service warn at every start.
unset ASPNETCORE_HTTP_PORTS ASPNETCORE_HTTPS_PORTS
exec dotnet "$program/ServiceTray.dll" "$@"
