#!/usr/bin/env bash
# Runs go vet and golangci-lint. The linter is built once from its pinned module,
# outside this module's go.mod, and kept in the cache. With `cold` a machine that has
# not built it, which takes minutes, is content with staticcheck.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
need_go

version=v2.15.0
bin=$cache/tools/golangci-lint-$version-$(go env GOVERSION)

if [ "${1-}" = cold ]; then
	shift
	if [ ! -x "$bin/golangci-lint" ]; then
		note "golangci-lint is not built here (make lint does): go vet and staticcheck look instead"
		go vet ./...
		exec go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	fi
fi
if [ ! -x "$bin/golangci-lint" ]; then
	note "building golangci-lint $version"
	mkdir -p "$cache/tools"
	work=$(mktemp -d "$cache/tools/.new.XXXXXX")
	trap 'rm -rf "$work" "$scratch"' EXIT
	GOBIN=$work CGO_ENABLED=0 GOFLAGS=-trimpath go install \
		"github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$version" 2>"$scratch/lint" ||
		{ tail -n 20 "$scratch/lint" >&2; die "golangci-lint $version is missing and could not be built (see above)"; }
	mv -T "$work" "$bin" 2>/dev/null || [ -x "$bin/golangci-lint" ]
fi

go vet ./...
"$bin/golangci-lint" run "$@" ./...
