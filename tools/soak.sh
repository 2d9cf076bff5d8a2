#!/usr/bin/env bash
# Runs the tests whose full size is too long for every change. Each of them runs in
# a small size under `make test` and reads WEIR_SOAK to grow to its full one.
set -euo pipefail
cd "$(dirname "$0")/.."
export WEIR_REQUIRE_ENGINE=1 WEIR_SOAK=1
[ ! -d ../shared ] || export WEIR_SHARED="${WEIR_SHARED:-$(cd ../shared && pwd)}"

packages=$(grep -rl --include='*_test.go' WEIR_SOAK . | xargs -r -n 1 dirname | sort -u)
[ -n "$packages" ] || {
	echo "weir: no test reads WEIR_SOAK" >&2
	exit 1
}
# shellcheck disable=SC2086 # one word per package
go test -count=1 -v -p 1 -timeout 170m $packages
tools/browser.sh bench
