#!/usr/bin/env bash
# The tests in the browser: all, or the files named.
set -euo pipefail
cd "$(dirname "$0")"
if [ $# -gt 0 ]; then
	set -- "${@/#*\//}"
else
	set -- *.test.mjs
fi
# Each file has its own server and browser, and mostly waits for them: two at a time.
[ -n "${WEIR_E2E_URL-}" ] || node --input-type=module -e 'import { demoData } from "./server.mjs"; demoData().remove()'
exec node --test --test-concurrency=2 --test-reporter=spec "$@"
