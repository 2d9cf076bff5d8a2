#!/usr/bin/env bash
# Runs what guards a change, every step even when one before it failed, and ends
# with what each step took. `tools/test.sh race` runs only the Go tests, under the
# race detector.
set -uo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

# A test that needs the engine must find it; one that needs the shared corpus may
# skip where a checkout has none beside it.
export WEIR_REQUIRE_ENGINE=1
if [ -d "${WEIR_SHARED:=../shared}" ]; then
	WEIR_SHARED=$(cd "$WEIR_SHARED" && pwd)
	export WEIR_SHARED
else
	unset WEIR_SHARED
	note "no corpus at ../shared: the tests that read it are skipped"
fi

if [ "${1-}" = race ]; then
	command -v "$(go env CC)" >/dev/null 2>&1 || install_packages gcc libc6-dev
	CGO_ENABLED=1 exec go test -race -tags invariants -timeout 40m ./...
fi

# What failed is said again at the end, where a log that was cut still has it.
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
summary=()
failed=0
step() {
	local name=$1 began=$SECONDS log="$logs/${#summary[@]}"
	shift
	printf '\n== %s\n' "$name"
	if "$@" 2>&1 | tee "$log"; then
		summary+=("ok    $((SECONDS - began)) s  $name")
	else
		summary+=("FAIL  $((SECONDS - began)) s  $name" "$(failures "$log")")
		failed=1
	fi
}

# failures are the lines of a log that say what went wrong: from the first failure of a
# Go test on, from the list that the browser's tests end with, or else the last ones.
failures() {
	local found
	found=$(grep -A12 -E '^ *--- FAIL|^panic:' "$1" | head -n 60)
	[ -n "$found" ] || found=$(sed -n '/failing tests:/,$p' "$1" | head -n 60)
	[ -n "$found" ] || found=$(tail -n 30 "$1")
	sed 's/^/      /' <<<"$found"
}

step lint tools/lint.sh cold
# Three at once on two cores: they wait for engines, servers and clocks most of the time.
step tests go test -vet=off -parallel 3 -timeout 12m ./...
step "generated API" tools/api.sh check
step "web app" tools/web.sh check
step browser tools/browser.sh
# Fails when weir and a peer disagree on what they hold or answer; bars that are
# missed at this size are only shown.
step "figures at 1 million records" tools/bench.sh -records 1000000

printf '\n'
printf '%s\n' "${summary[@]}"
exit "$failed"
