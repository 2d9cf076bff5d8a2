#!/usr/bin/env bash
# The tests in the browser: all, or the files named.
set -euo pipefail
cd "$(dirname "$0")"
if [ $# -gt 0 ]; then
	set -- "${@/#*\//}"
else
	set -- *.test.mjs
fi
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
