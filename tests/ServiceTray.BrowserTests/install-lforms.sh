#!/usr/bin/env bash
# Installs the National Library of Medicine's form renderer (npm package lforms), which shows our questionnaires in the browser tests.
set -euo pipefail
folder="${LFORMS_HOME:-$HOME/.cache/servicetray-lforms}"
mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || npm init -y > /dev/null
npm install --ignore-scripts --no-audit --no-fund --legacy-peer-deps lforms@40.1.3
