#!/usr/bin/env bash
# Builds web/dist from web/src. With `check` it types, tests and builds, and fails
# when the result is not what is committed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

key=$(lock_key web/package-lock.json)
if [ "$(cat web/node_modules/.weir-lock 2>/dev/null || true)" != "$key" ] && [ ! -L web/node_modules ]; then
	note "getting the web app's packages"
	(cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >"$scratch/npm" 2>&1 ||
		{ cat "$scratch/npm" >&2; die "the web app's packages are missing and npm could not get them (see above)"; }
	echo "$key" >web/node_modules/.weir-lock
fi
cd web
if [ "${1-}" = check ]; then
	npm run --silent check
	npm run --silent test
fi
npm run --silent build -- --logLevel warn
if [ "${1-}" = check ]; then
	[ -z "$(git status --porcelain -- dist)" ] || {
		git --no-pager diff --stat -- dist
		git status --short -- dist
		die "web/dist is not what web/src builds to" "run make web and commit it"
	}
fi
