#!/usr/bin/env bash
# The tests in the browser: all, or the files named.
set -euo pipefail
exec node "$(dirname "$0")/run.mjs" "$@"
