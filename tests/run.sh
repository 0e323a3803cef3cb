#!/usr/bin/env bash
# Builds everything and runs every test.   tests/run.sh [--full] [PART OF A PROJECT'S NAME ...]
#
#   tests/run.sh                 all: units, PostgreSQL, practice cloud, components, browser journeys
#   tests/run.sh Domain Import   only the projects whose names contain one of these
#   tests/run.sh --full          with the whole kill matrix (CLOUDNET_FULL_MATRIX=1); takes long
#
# Installs the Debian packages the tests need (PostgreSQL, Chromium). Results: artifacts/test-results. The last line is
# always "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed, crashed or was found empty.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
. deploy/machine.sh

parts=()
for argument in "$@"; do
    case $argument in
        --full) export CLOUDNET_FULL_MATRIX=1 ;;
        -h|--help) sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        -*) die "unknown option '$argument' (see tests/run.sh --help)" ;;
        *) parts+=("$argument") ;;
    esac
done

passed=0 failed=0 skipped=0 cluster=''
finish() {
    [ -z "$cluster" ] || { deploy/postgres.sh stop --data "$cluster" 2>/dev/null; rm -rf "$cluster"; }
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
    exit
}
trap 'trap - EXIT; finish' EXIT
trap 'echo interrupted; failed=$((failed + 1)); exit 1' INT TERM
give_up() { echo "FAILED: $*"; failed=$((failed + 1)); exit 1; }

wanted() {
    [ ${#parts[@]} -gt 0 ] || return 0
    local part
    for part in "${parts[@]}"; do [[ $1 == *"$part"* ]] && return 0; done
    return 1
}
projects=()
for file in tests/*.Tests/*.csproj tests/*.Journeys/*.csproj; do
    [ -f "$file" ] || continue
    name=$(basename "$file" .csproj)
    wanted "$name" || continue
    projects+=("$name")
done
[ ${#projects[@]} -gt 0 ] || give_up "no test project is called like: ${parts[*]}"

# What is needed from Debian. Journeys drive the distribution's own Chromium: nothing is fetched from elsewhere.
if printf '%s\n' "${projects[@]}" | grep -q Journeys && [ ! -x "${CLOUDNET_CHROMIUM:-/usr/bin/chromium}" ]; then
    ( install_debian_packages chromium fonts-dejavu-core ) || give_up "no Chromium for the journeys"
fi

dotnet restore CloudNetPortal.sln -v quiet || give_up "restore"
dotnet build CloudNetPortal.sln --no-restore -v quiet -nologo -clp:NoSummary || give_up "build"

# One PostgreSQL for all projects; a database for each test class is made by the tests themselves.
if [ -z "${CLOUDNET_TEST_POSTGRES:-}" ]; then
    cluster=$(mktemp -d /tmp/cloudnet-tests-XXXXXX)
    CLOUDNET_TEST_POSTGRES=$(deploy/postgres.sh start --fast --data "$cluster" --port 0 --until-exit-of $$) || give_up "no PostgreSQL for the tests"
    export CLOUDNET_TEST_POSTGRES
fi

results=$root/artifacts/test-results
rm -rf "$results"; mkdir -p "$results"

# `timeout` gives each project a process group, so that what it started goes with it.
run_project() {
    local name=$1 limit=${CLOUDNET_TEST_LIMIT:-1500}
    [ -z "${CLOUDNET_FULL_MATRIX:-}" ] || limit=${CLOUDNET_TEST_LIMIT:-14000}
    timeout --kill-after=20 "$limit" dotnet "artifacts/bin/$name/debug/$name.dll" -noLogo -noColor -maxThreads 2 -trx "$results/$name.trx" \
        >"$results/$name.log" 2>&1 </dev/null
    echo $? >"$results/$name.code"
}

# Two at a time; the browser's journeys alone, they are the ones that notice a busy machine.
for name in "${projects[@]}"; do
    [[ $name == *.Journeys ]] && continue
    run_project "$name" &
    while (( $(jobs -rp | wc -l) >= 2 )); do wait -n; done
done
wait
for name in "${projects[@]}"; do [[ $name == *.Journeys ]] && run_project "$name"; done

counter() { grep -o '<Counters [^>]*>' "$results/$1.trx" 2>/dev/null | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9; }

for name in "${projects[@]}"; do
    code=$(cat "$results/$name.code" 2>/dev/null || echo none)
    total=$(counter "$name" total) good=$(counter "$name" passed) bad=$(counter "$name" failed)
    total=${total:-0} good=${good:-0} bad=${bad:-0}
    not_run=$(grep -o 'outcome="NotExecuted"' "$results/$name.trx" 2>/dev/null | wc -l)
    trouble=''
    if [ "$code" = 124 ] || [ "$code" = 137 ]; then trouble="was ended: out of time or killed (code $code)"
    elif [ ! -s "$results/$name.trx" ]; then trouble="ended with code $code and without results"
    elif [ "$total" = 0 ]; then trouble="found no test"
    elif [ "$code" != 0 ] && [ "$bad" = 0 ]; then trouble="ended with code $code though no test failed"
    fi
    printf '%-45s %5d passed %4d failed %4d skipped\n' "$name" "$good" "$bad" "$not_run"
    if [ -n "$trouble" ] || [ "$bad" -gt 0 ]; then
        sed 's/^/    /' "$results/$name.log" | tail -n 400
        [ -z "$trouble" ] || { echo "FAILED: $name $trouble"; failed=$((failed + 1)); }
    fi
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + not_run))
done

if [ "$skipped" -gt 0 ]; then
    echo; echo "Skipped, and why:"
    cat "$results"/*.log | awk '/\[SKIP\]/ { getline why; sub(/^ +/, "", why); count[why]++ } END { for (why in count) printf "  %4d  %s\n", count[why], why }' | sort -rn
fi
echo
exit 0
