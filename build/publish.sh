#!/usr/bin/env bash
# Publishes the service with its start and health scripts to a folder. usage: build/publish.sh FOLDER
# Ready-to-run machine code halves the start; where its compiler does not restore, plain code is published and said so.
set -euo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:?usage: build/publish.sh FOLDER}
project=$repo/src/ServiceTray/ServiceTray.csproj
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

mkdir -p "$out"
ready=()
if [ "$(uname -sm)" = "Linux x86_64" ]; then
  ready=(-p:ReadyToRunFor=linux-x64)
  if ! log=$(dotnet restore "$project" "${ready[@]}" -v q 2>&1); then
    printf '%s\n' "$log" | grep -m1 -i error >&2 || true
    echo "publish.sh: ready-to-run does not restore here; publishing plain code" >&2
    ready=()
  fi
fi
[ ${#ready[@]} -gt 0 ] || dotnet restore "$project" -v q
dotnet publish "$project" --no-restore -c Release -o "$out" -v q "${ready[@]}"
install -m 755 "$repo/build/start.sh" "$repo/build/health.sh" "$out/"
echo "published to $out"
