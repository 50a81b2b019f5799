#!/usr/bin/env bash
# Runs every test. usage: tests/run.sh [long]
# Installs what the tests need from the system where it may, else says what is skipped and why.
# The last line is `N passed, N failed, N skipped`; exit code 1 when anything failed or did not build.
set -uo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$repo" || exit 1
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export SERVICETRAY_TESTS=short
# Most of what runs here runs once: code that is compiled twice to be measured first costs more than it brings.
export DOTNET_TieredPGO=0
project_seconds=1500
case ${1:-} in
  '') ;;
  long) SERVICETRAY_TESTS=long project_seconds=14400 ;;
  *) echo "usage: tests/run.sh [long]" >&2; exit 64 ;;
esac

say() { echo "run.sh: $*"; }

# What the tests use when it is there: the Debian package, and how to see that it is.
missing_packages() {
  command -v chromium >/dev/null || [ -n "${CHROMIUM:-}" ] || echo chromium
  ldconfig -p 2>/dev/null | grep -q 'libvoikko\.so\.1' || echo libvoikko1
  [ -d /usr/lib/voikko ] || [ -d /usr/share/voikko ] || echo voikko-fi
}

install_packages() {
  local missing; missing=$(missing_packages | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing $missing"
    # shellcheck disable=SC2086
    { timeout 240 apt-get update -q && DEBIAN_FRONTEND=noninteractive timeout 420 apt-get install -y -q --no-install-recommends $missing; } >/dev/null 2>&1
    missing=$(missing_packages | tr '\n' ' ')
  fi
  [ -z "$missing" ] || say "not here: $missing(needs root and apt-get); the tests that use them are skipped"
}

install_judges() {
  local setup=../shared/checks/setup.sh
  if [ ! -f "$setup" ]; then say "no ../shared/checks here: the outside judges are skipped"; return; fi
  if ! command -v npm >/dev/null; then say "no npm here: the outside judges are skipped"; return; fi
  timeout 240 bash "$setup" gql openapi fhir-x medplum || say "the outside judges did not all install; those missing are skipped"
}

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
  exit
}

passed=0 failed=0 skipped=0

# What is fetched comes while the compiler works; only the tests need it.
{ install_packages; install_judges; } &
fetching=$!
say "building"
dotnet build ServiceTray.sln -v q
built=$?
wait "$fetching"
if [ "$built" -ne 0 ]; then
  say "the build failed; no test was run"
  failed=1
  finish
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
attribute() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2"; }
parts=()

# Tests of a project, beside what else runs.
run_part() {
  local name=$1 project=$2
  parts+=("$name")
  {
    timeout -k 20 "$project_seconds" dotnet test "$project" --no-build --nologo -v q \
      --logger "trx;LogFileName=$results/$name.trx" --logger "console;verbosity=minimal"
    echo $? >"$results/$name.code"
  } >"$results/$name.said" 2>&1 &
}

# Two at once: where one waits for a browser or a program, the other works; more of them on two cores keep browsers waiting too long.
# The engines' first, which are short. What each says is told whole when it has ended.
run_part ServiceTray.GraphQL.Tests tests/ServiceTray.GraphQL.Tests
run_part ServiceTray.Search.Tests tests/ServiceTray.Search.Tests
wait
for project in tests/*Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  case " ${parts[*]} " in *" $name "*) ;; *) run_part "$name" "$project" ;; esac
done
wait

for name in "${parts[@]}"; do
  trx=$results/$name.trx
  say "$name"
  cat "$results/$name.said"
  code=$(cat "$results/$name.code" 2>/dev/null || echo 1)
  if [ ! -f "$trx" ]; then
    [ "$code" -eq 0 ] && say "$name holds no test" && continue
    say "$name ended with $code and no result"
    failed=$((failed + 1))
    continue
  fi
  total=$(attribute total "$trx") executed=$(attribute executed "$trx")
  ok=$(attribute passed "$trx") bad=$(attribute failed "$trx")
  # A run that broke off after its last failure-free test must not count as good.
  [ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
done
finish
