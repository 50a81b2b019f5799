#!/usr/bin/env bash
# Publishes the service with its start and health scripts to a folder. usage: build/publish.sh FOLDER
# Ready-to-run machine code shortens the start; where its compiler cannot be had, plain code is published and said so.
set -euo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:?usage: build/publish.sh FOLDER}
project=$repo/src/ServiceTray/ServiceTray.csproj
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

publish() {
  dotnet restore "$project" -v q "$@" && dotnet publish "$project" --no-restore -c Release -o "$out" -v q "$@"
}

mkdir -p "$out"
done=no
if [ "$(uname -sm)" = "Linux x86_64" ]; then
  if log=$(publish -p:ReadyToRunFor=linux-x64 2>&1); then
    done=yes
  else
    printf '%s\n' "$log" | grep -m1 error >&2 || true
    echo "publish.sh: no ready-to-run code here; publishing plain code" >&2
  fi
fi
[ $done = yes ] || publish
install -m 755 "$repo/build/start.sh" "$repo/build/health.sh" "$out/"
echo "published to $out"
