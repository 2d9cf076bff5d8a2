#!/usr/bin/env bash
# Prints the table of figures, peers in the same run. Arguments go to the program:
#
#   tools/bench.sh -records 10000000      the size the bars are set for (the default)
#   tools/bench.sh -records 1000000 -only parse,intake
set -euo pipefail
cd "$(dirname "$0")/.."
tools/peers.sh
go build -o bin/bench ./bench
if [ $# -gt 0 ]; then exec bin/bench "$@"; fi
bin/bench -records 10000000
cd bench/sigma && go run . # rules, beside sigma-go: a module of its own
