#!/usr/bin/env bash
# Prints the table of figures, peers in the same run. Arguments go to the program:
#
#   tools/bench.sh -records 10000000      the size the bars are set for (the default)
#   tools/bench.sh -records 1000000 -only parse,intake
set -euo pipefail
cd "$(dirname "$0")/.."
tools/peers.sh
go build -o bin/bench ./bench
[ $# -gt 0 ] || set -- -records 10000000
exec bin/bench "$@"
