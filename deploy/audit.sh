#!/usr/bin/env bash
# Lists packages with known advisories, transitive ones too. On its own, not in the build: a new advisory must not break an old commit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
report=$(dotnet list CloudNetPortal.sln package --vulnerable --include-transitive 2>&1) || { printf '%s\n' "$report"; echo "error: the list could not be made"; exit 2; }
printf '%s\n' "$report"
! grep -q 'has the following vulnerable packages' <<<"$report" || exit 1
