#!/usr/bin/env bash
# Makes what follows from internal/api/doc: the document, the Go server's types and
# the browser's types. With `check` it fails when they are not what is committed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/lib.sh
need_go

version=v2.8.2
bin=$cache/tools/oapi-codegen-$version-$(go env GOVERSION)
if [ ! -x "$bin/oapi-codegen" ]; then
	note "building oapi-codegen $version"
	mkdir -p "$cache/tools"
	work=$(mktemp -d "$cache/tools/.new.XXXXXX")
	GOBIN=$work CGO_ENABLED=0 GOFLAGS=-trimpath go install \
		"github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@$version" 2>"$scratch/api" ||
		{ tail -n 20 "$scratch/api" >&2; die "oapi-codegen $version is missing and could not be built (see above)"; }
	mv -T "$work" "$bin" 2>/dev/null || [ -x "$bin/oapi-codegen" ]
fi
types=$cache/tools/openapi-types-$(lock_key tools/openapi/package-lock.json)
if [ ! -e "$types/node_modules/.bin/openapi-typescript" ]; then
	note "getting openapi-typescript"
	mkdir -p "$types"
	cp tools/openapi/package.json tools/openapi/package-lock.json "$types/"
	(cd "$types" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >"$scratch/npm" 2>&1 ||
		{ cat "$scratch/npm" >&2; die "openapi-typescript is missing and npm could not get it (see above)"; }
fi

go run ./tools/openapi internal/api/doc internal/api/openapi.yaml
"$bin/oapi-codegen" -config tools/openapi/config.yaml internal/api/openapi.yaml
sed -i '/^\/\/ Package api provides/d' internal/api/api.gen.go # the room has its own comment
"$types/node_modules/.bin/openapi-typescript" internal/api/openapi.yaml -o web/src/api/types.ts >/dev/null

if [ "${1-}" = check ]; then
	git diff --exit-code --stat -- internal/api/openapi.yaml internal/api/api.gen.go web/src/api/types.ts ||
		die "the API's generated files are not what internal/api/doc says" "run make api and commit them"
fi
