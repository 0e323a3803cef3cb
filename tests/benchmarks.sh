#!/usr/bin/env bash
# Measures, with optimised code.   tests/benchmarks.sh NAME [ARGUMENT ...]     (without a name: lists what there is)
#
#   tests/benchmarks.sh rules          all rules on zones of 250, 500, 1,000 and 2,000 hosts with the cost of one edit, then each kind of edit at 1,000
#   tests/benchmarks.sh rules 1000     one size
#   tests/benchmarks.sh push           pushes with measured latencies: 4 hosts one at a time and by four, then 1,000 hosts
#   tests/benchmarks.sh push 4         one size
#   tests/benchmarks.sh panel          a portal with 1,000 hosts in Chromium: parts opened, edits until the panel is right, keys
#   tests/benchmarks.sh panel 120 edits   another size, one of parts, edits, keys
#
# The exit code is 0 when the budget written in the benchmark is kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/CloudNetPortal.Benchmarks -c Release -v quiet -nologo -tl:off -clp:NoSummary
exec dotnet artifacts/bin/CloudNetPortal.Benchmarks/release/CloudNetPortal.Benchmarks.dll "$@"
