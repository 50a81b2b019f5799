#!/usr/bin/env bash
# Asks the running service for /health; exit 0 when it is ready. Needs nothing but bash, for the image has no curl.
set -euo pipefail
port=${PORT:-8080}
if [[ ${ASPNETCORE_URLS:-} =~ :([0-9]+) ]]; then port=${BASH_REMATCH[1]}; fi
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 5 status <&3
[[ $status == "HTTP/1.1 200"* ]]
