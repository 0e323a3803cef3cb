#!/usr/bin/env bash
# Builds and runs CloudNetPortal on this machine, with everything it needs. Ctrl-C stops it; the same command continues on the same data.
#
#   deploy/run.sh                an empty portal; the first visit asks for the set-up code printed here
#   deploy/run.sh --sample       a portal with a sample datacentre, zones and people, and two practice clouds
#
#   --port N            the portal's port (5080)
#   --cloud-port N      the practice cloud's port (5081); with --sample the second one, marked production, takes N+1
#   --database-port N   the private PostgreSQL's port (5085, or a free one when that is taken)
#   --data DIR          where everything is kept (/var/lib/cloudnetportal as root, else ~/.local/share/cloudnetportal)
#   --listen ADDRESS    the address the portal listens on (127.0.0.1; 0.0.0.0 lets other machines in)
#   --rebuild           builds even when nothing changed
#
# With ConnectionStrings__Portal in the environment no PostgreSQL is started. Needs the .NET SDK; PostgreSQL is installed when it is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
. "$here/machine.sh"

port=5080 cloud_port=5081 database_port='' data=$(default_data_folder) listen=127.0.0.1 sample=false rebuild=false
while [ $# -gt 0 ]; do
    case $1 in
        --sample) sample=true; shift ;;
        --rebuild) rebuild=true; shift ;;
        --port) port=${2:?--port wants a number}; shift 2 ;;
        --cloud-port) cloud_port=${2:?--cloud-port wants a number}; shift 2 ;;
        --database-port) database_port=${2:?--database-port wants a number}; shift 2 ;;
        --data) data=${2:?--data wants a folder}; shift 2 ;;
        --listen) listen=${2:?--listen wants an address}; shift 2 ;;
        -h|--help) sed -n '2,15s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) die "unknown option '$1' (see deploy/run.sh --help)" ;;
    esac
done

# --- Everything that can be refused is refused before anything starts. ---
command -v dotnet >/dev/null || die "the .NET SDK 10 is needed: https://dotnet.microsoft.com/download"
check_port_number "$port" --port
check_port_number "$cloud_port" --cloud-port
[ -z "$database_port" ] || check_port_number "$database_port" --database-port
mkdir -p "$data" || die "cannot make the folder $data; choose another one with --data"
data=$(cd "$data" && pwd)
[ -w "$data" ] || die "cannot write to $data; choose another folder with --data"

web=$root/artifacts/publish/CloudNetPortal.Web/release/CloudNetPortal.Web.dll
cloud=$root/artifacts/publish/CloudNetPortal.CloudStackEmulator/release/CloudNetPortal.CloudStackEmulator.dll
mkdir -p "$data/log" "$data/clouds" "$data/portal"
chmod 700 "$data/log" "$data/clouds" "$data/portal"

exec 8>"$data/.run.lock"
flock -n 8 || die "CloudNetPortal already runs on $data (process $(cat "$data/.run.pid" 2>/dev/null || echo '?')); stop it there with Ctrl-C, or choose another folder with --data"
echo $$ >"$data/.run.pid"
# A run that was killed leaves its programs behind; their numbers are believed only if they still run what we started.
while read -r pid program; do
    if tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$program"; then
        say "Ending $(basename "$program" .dll) (process $pid), left over by a run that was killed."
        kill "$pid" 2>/dev/null || true
        for _ in {1..100}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    fi
done < <(cat "$data/.programs" 2>/dev/null || true)
: >"$data/.programs"

refuse_busy() { ! port_is_busy "$1" || die "port $1 is taken by another program; choose another one for the $2 with $3"; }
refuse_busy "$port" portal --port
if $sample; then
    refuse_busy "$cloud_port" "practice cloud" --cloud-port
    refuse_busy $((cloud_port + 1)) "second practice cloud (--cloud-port + 1)" --cloud-port
    [ "$port" != "$cloud_port" ] && [ "$port" != $((cloud_port + 1)) ] || die "--port $port is also a port of the practice clouds ($cloud_port, $((cloud_port + 1)))"
fi

# --- Build once; again only when a source is newer. ---
stamp=$root/artifacts/publish/.run-stamp
sources=("$root"/src "$root"/build "$root"/*.props "$root"/global.json)
if $rebuild || [ ! -f "$web" ] || [ ! -f "$cloud" ] || [ ! -f "$stamp" ] \
    || [ -n "$(find "${sources[@]}" -newer "$stamp" -not -path '*/wwwroot/_framework*' -print -quit 2>/dev/null)" ]; then
    say "Building (about a minute the first time) ..."
    mkdir -p "$root/artifacts/publish"
    log=$data/log/build.log
    for project in CloudNetPortal.Web CloudNetPortal.CloudStackEmulator; do
        dotnet publish "$root/src/$project" -c Release -v quiet -nologo >"$log" 2>&1 8>&- || { tail -n 40 "$log" >&2; die "the build failed (whole log: $log)"; }
    done
    touch "$stamp"
fi

# --- Stop: the portal first, then what it talks to. ---
pids=() database_started=false
stop_all() {
    trap - EXIT
    trap '' INT TERM HUP   # a second Ctrl-C must not leave half of it running
    say ""; say "Stopping ..."
    local i pid
    for (( i = ${#pids[@]} - 1; i >= 0; i-- )); do
        pid=${pids[i]}
        kill -TERM "$pid" 2>/dev/null || continue
        for _ in {1..150}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -KILL "$pid" 2>/dev/null && say "process $pid did not stop in 15 s and was killed" || true
        wait "$pid" 2>/dev/null || true
    done
    $database_started && { "$here/postgres.sh" stop --data "$data" 8>&- || true; }
    rm -f "$data/.programs" "$data/.run.pid"
    say "Stopped. The data stays in $data."
}
trap 'stop_all; exit 1' EXIT
trap 'stop_all; exit 0' INT TERM HUP

# launch NAME PROGRAM ARGUMENTS...: in a session of its own, so that Ctrl-C reaches this script alone and the order of stopping holds.
launch() {
    local name=$1 program=$2; shift 2
    ( cd "$(dirname "$program")"; exec setsid dotnet "$program" "$@" ) >>"$data/log/$name.log" 2>&1 </dev/null 8>&- &
    pids+=($!)
    echo "$! $program" >>"$data/.programs"
}

answers() ( # PORT PATH: whether GET answers 200. Without curl, which a fresh Debian lacks.
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
    read -r -t 5 status <&3 && [[ $status == *' 200'* ]]
) 2>/dev/null

await() { # NAME PORT PID
    local _
    for _ in {1..600}; do
        answers "$2" /healthz && return
        kill -0 "$3" 2>/dev/null || break
        sleep 0.2
    done
    tail -n 40 "$data/log/$1.log" >&2
    die "$1 did not start (whole log: $data/log/$1.log)"
}

# --- PostgreSQL ---
say "Starting $( [ -n "${ConnectionStrings__Portal:-}" ] || echo 'PostgreSQL, ')$($sample && echo 'two practice clouds, ')the portal ..."
if [ -z "${ConnectionStrings__Portal:-}" ]; then
    if [ -z "$database_port" ]; then
        saved=$(cat "$data/postgresql.port" 2>/dev/null || echo 5085)
        if ! "$here/postgres.sh" status --data "$data" >/dev/null 2>&1 8>&- && port_is_busy "$saved"; then database_port=0; fi
    fi
    ConnectionStrings__Portal=$("$here/postgres.sh" start --data "$data" ${database_port:+--port "$database_port"} 8>&-)
    export ConnectionStrings__Portal
    database_started=true
fi

# --- Practice clouds ---
log_since() { stat -c %s "$data/log/$1.log" 2>/dev/null || echo 0; }
key_of() { # FILE: makes a secret once and keeps it 0600
    [ -s "$1" ] || (umask 077; new_secret 64 >"$1")
    cat "$1"
}
add_cloud() { # NUMBER FILE NAME KIND PORT
    local key secret
    key=$(key_of "$data/clouds/$2.key") secret=$(key_of "$data/clouds/$2.secret")
    # In the environment, not in the arguments, which every user of the machine can read.
    PRACTICE_CLOUD_KEY=$key PRACTICE_CLOUD_SECRET=$secret launch "$2-cloud" "$cloud" --port "$5" --name "$3" --state "$data/clouds/$2.json"
    await "$2-cloud" "$5" "${pids[-1]}"
    export "Portal__PracticeClouds__$1__Name=$3" "Portal__PracticeClouds__$1__Kind=$4" \
        "Portal__PracticeClouds__$1__Endpoint=http://127.0.0.1:$5/client/api" \
        "Portal__PracticeClouds__$1__Key=$key" "Portal__PracticeClouds__$1__Secret=$secret"
}
if $sample; then
    add_cloud 0 practice "Practice cloud" practice "$cloud_port"
    add_cloud 1 production "Sample production cloud" production $((cloud_port + 1))
    export Portal__Sample=true
fi

# --- The portal ---
export Portal__DataFolder=$data/portal ASPNETCORE_ENVIRONMENT=Production DOTNET_ENVIRONMENT=Production
before=$(log_since portal)
launch portal "$web" --urls "http://$listen:$port"
await portal "$port" "${pids[-1]}"

echo
echo "CloudNetPortal is running:  http://$([ "$listen" = 0.0.0.0 ] && hostname || echo "$listen"):$port"
echo
logins=$data/portal/sample-logins.txt   # written by the portal, 0600, when it makes the sample people
if $sample && [ -f "$logins" ]; then
    echo "Sample people (kept in $logins):"
    sed 's/^/  /' "$logins"
    echo
fi
if $sample; then
    echo "Practice cloud:           http://127.0.0.1:$cloud_port/client/api"
    echo "Sample production cloud:  http://127.0.0.1:$((cloud_port + 1))/client/api   (a practice cloud marked production)"
fi
tail -c +$((before + 1)) "$data/log/portal.log" | grep -i 'set-up code' | sed 's/^ */  /' || true
echo "Data: $data   Logs: $data/log   Ctrl-C stops everything."

# Any of the programs ending by itself ends the run.
set +e
wait -n "${pids[@]}"
code=$?
for i in "${!pids[@]}"; do
    kill -0 "${pids[i]}" 2>/dev/null || say "$(sed -n "$((i + 1))p" "$data/.programs" | sed 's/.*\///; s/\.dll$//') ended by itself (code $code). Its log is in $data/log."
done
exit 1
