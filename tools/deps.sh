#!/usr/bin/env bash
# Gets what weir is built and run with, and nothing twice:
#
#   tools        apt, only where one is missing, with sudo only when not root
#   Go modules   go mod download
#   engine       the pinned library, by npm ci from third_party/engine into
#                ${XDG_CACHE_HOME:-~/.cache}/weir/engine/<lock hash>/, linked as
#                lib/weir/libchdb.so
#
# A second run touches no network. Without network it names what is missing and
# where to put it.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh

# want COMMAND PACKAGE remembers the Debian package of a missing command.
packages=()
want() { command -v "$1" >/dev/null 2>&1 || packages+=("$2"); }

want git git
want npm npm
want node nodejs
[ -e /etc/ssl/certs/ca-certificates.crt ] || packages+=(ca-certificates)
if [ "${#packages[@]}" -gt 0 ]; then
	install_packages "${packages[@]}"
fi

need_go
if ! go mod download 2>"$scratch/mod"; then
	cat "$scratch/mod" >&2
	die "Go modules are missing and could not be downloaded (see above)" \
		"set GOPROXY to a module proxy this machine reaches, or copy a filled GOMODCACHE to $(go env GOMODCACHE)"
fi

engine_version=$(sed -n 's/.*"@chdb\/lib-linux-x64-gnu": "\(.*\)".*/\1/p' third_party/engine/package.json)
engine_dir=$cache/engine/$(lock_key third_party/engine/package-lock.json)

if [ "$(uname -sm)" != "Linux x86_64" ]; then
	note "no engine library is pinned for $(uname -sm); weir works there with --store URL only (unproven)"
	exit 0
fi

if [ ! -s "$engine_dir/libchdb.so" ]; then
	note "getting the engine library $engine_version (178 MB)"
	mkdir -p "$cache/engine"
	work=$(mktemp -d "$cache/engine/.new.XXXXXX")
	trap 'rm -rf "$work" "$scratch"' EXIT
	cp third_party/engine/package.json third_party/engine/package-lock.json "$work/"
	if ! (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
		--fetch-retry-mintimeout=2000 --fetch-retry-maxtimeout=5000) >"$scratch/npm" 2>&1; then
		cat "$scratch/npm" >&2
		die "the engine library is missing: npm could not get @chdb/lib-linux-x64-gnu@$engine_version (see above)" \
			"point npm at a registry this machine reaches, or place that package's libchdb.so at $engine_dir/libchdb.so"
	fi
	mv "$work"/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so "$work/"
	rm -rf "$work/node_modules"
	# The rename makes it appear whole; whoever comes second keeps the first one's.
	rm -rf "$engine_dir.broken"
	[ ! -e "$engine_dir" ] || mv "$engine_dir" "$engine_dir.broken"
	mv -T "$work" "$engine_dir" 2>/dev/null || [ -s "$engine_dir/libchdb.so" ]
	rm -rf "$engine_dir.broken"
fi

mkdir -p lib/weir
if [ "$(readlink lib/weir/libchdb.so || true)" != "$engine_dir/libchdb.so" ]; then
	ln -sfn "$engine_dir/libchdb.so" lib/weir/libchdb.so
fi
