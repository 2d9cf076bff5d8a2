#!/usr/bin/env bash
# The tests in a real browser, Debian's Chromium, against bin/weir over the demo's
# data. Files named are run alone; `bench` measures the app over 10 million records.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
[ -x "${WEIR_CHROMIUM:-/usr/bin/chromium}" ] || install_packages chromium
[ -d web/node_modules ] || tools/web.sh
if [ "${1-}" = bench ]; then
	shift
	exec node web/bench/figures.mjs "$@"
fi
exec web/e2e/run.sh "$@"
