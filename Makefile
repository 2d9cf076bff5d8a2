# The two that matter:
#
#   make demo   gets what it needs, builds, finds the attacks in a fortnight of flow logs
#   make test   gets what the tests need, runs everything that guards a change
#
# make help lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

export PATH := $(PATH):/usr/local/go/bin
export CGO_ENABLED := 0
export GOTOOLCHAIN := local

version := $(or $(shell git describe --tags --match 'v*' --always --dirty 2>/dev/null),devel)
commit := $(shell git rev-parse HEAD 2>/dev/null)
stamp := $(shell TZ=UTC git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ 2>/dev/null)
facts := github.com/weir-flow/weir/internal/build
GO_BUILD := go build -trimpath -ldflags "-s -w -X $(facts).version=$(version) -X $(facts).commit=$(commit) -X $(facts).stamp=$(stamp)"

FUZZTIME ?= 30s

.PHONY: help
help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | awk -F'\t' '{printf "  make %-8s %s\n", $$1, $$2}'

.PHONY: deps
deps: ## get what is missing: tools, Go modules, the engine library
	@tools/deps.sh

.PHONY: build
build: ## bin/weir, which finds the engine at lib/weir/libchdb.so
	@$(GO_BUILD) -o bin/weir ./cmd/weir

.PHONY: demo
demo: deps build ## a fortnight of flow logs with attacks in it, taken in, searched and (on a terminal) served
	@# Not in $(...): what is written there never goes to a terminal.
	@if [ -t 1 ]; then ./bin/weir demo --table; else ./bin/weir demo --table --no-serve; fi

.PHONY: api
api: ## what follows from internal/api/doc: the document, the server's and the browser's types
	@tools/api.sh

.PHONY: web
web: ## web/dist from web/src
	@tools/web.sh

.PHONY: test
test: deps build ## all that guards a change: lint, unit, fuzz corpora, engine, crash, CLI, tarball, peers
	@tools/test.sh

.PHONY: browser
browser: deps build ## the tests in a real browser
	@tools/browser.sh

.PHONY: lint
lint: ## go vet and golangci-lint
	@tools/lint.sh

.PHONY: fuzz
fuzz: ## every fuzz target for FUZZTIME (30s)
	@tools/fuzz.sh $(FUZZTIME)

.PHONY: race
race: deps ## the tests under the race detector and with invariants (needs a C compiler)
	@tools/test.sh race

.PHONY: soak
soak: deps build ## the long runs: 50 million records, the full fault matrix
	@tools/soak.sh

.PHONY: bench
bench: deps build ## the table of figures, peers beside us
	@tools/bench.sh

.PHONY: bench-web
bench-web: deps build ## figures of the app in a browser, over 10 million records
	@tools/browser.sh bench

.PHONY: eval
eval: deps build ## how well attacks are found: the labelled captures and three fleets that nobody has seen
	@go build -o bin/eval ./bench/eval
	@bin/eval $(EVAL)

.PHONY: dist
dist: deps build ## dist/: tarball and OCI image layout for linux/amd64
	@$(GO_BUILD) -o bin/ ./tools/dist
	@bin/dist -version $(version) -time "$(stamp)" -bin bin/weir -engine lib/weir/libchdb.so -out dist

.PHONY: clean
clean: ## remove what was built here; the cache stays
	@rm -rf bin dist lib
