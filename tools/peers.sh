#!/usr/bin/env bash
# Gets the programs that make bench measures beside weir: DuckDB from npm into
# bench/peers/node_modules, nfdump through apt.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

command -v nfdump >/dev/null 2>&1 && command -v nfcapd >/dev/null 2>&1 || install_packages nfdump

# install, not ci: the lock names platforms whose packages some registries do not
# carry, which ci refuses. --no-save keeps to the lock, hashes included.
if [ ! -e bench/peers/node_modules/@duckdb/node-bindings-linux-x64/duckdb.node ]; then
	(cd bench/peers && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error) >"$scratch/npm" 2>&1 &&
		[ -e bench/peers/node_modules/@duckdb/node-bindings-linux-x64/duckdb.node ] ||
		{ cat "$scratch/npm" >&2; die "DuckDB is missing and npm could not get it (see above)"; }
fi
