#!/usr/bin/env bash
# A private PostgreSQL cluster in a folder: for the portal, and (--fast) for the tests.
#
#   deploy/postgres.sh start  --data DIR [--port P] [--fast] [--until-exit-of PID]
#   deploy/postgres.sh stop   --data DIR
#   deploy/postgres.sh status --data DIR
#   deploy/postgres.sh url    --data DIR
#
# `start` installs PostgreSQL when it is missing, makes the cluster on first use, starts it unless it runs, and prints the
# connection string alone on standard output. It never touches a cluster that it did not make.
#   --port P             TCP port on the loopback; 0 picks a free one. Default: the port of the last start, else 5085.
#   --fast               gives up durability for speed and lets the role create databases. For tests only.
#   --until-exit-of PID  stops the cluster and removes it when that process is gone. Only with --fast.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/machine.sh"

usage() { sed -n '2,15s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }

verb=${1:-}; [ $# -gt 0 ] && shift
case $verb in start|stop|status|url) ;; -h|--help|help) usage; exit 0 ;; *) usage >&2; exit 2 ;; esac
data='' port='' fast=false owner=''
while [ $# -gt 0 ]; do
    case $1 in
        --data) data=${2:?--data wants a folder}; shift 2 ;;
        --port) port=${2:?--port wants a number}; shift 2 ;;
        --fast) fast=true; shift ;;
        --until-exit-of) owner=${2:?--until-exit-of wants a process id}; shift 2 ;;
        *) die "unknown option '$1' (see deploy/postgres.sh --help)" ;;
    esac
done
[ -n "$data" ] || die "--data DIR is missing"
[ -z "$owner" ] || $fast || die "--until-exit-of removes the data in the end: it wants --fast"
[ -z "$port" ] || [ "$port" = 0 ] || check_port_number "$port" --port
[ "$verb" = start ] && mkdir -p "$data"
[ -d "$data" ] || { say "not running: there is no folder $data"; [ "$verb" = stop ] && exit 0; exit 3; }
data=$(cd "$data" && pwd)

cluster=$data/postgresql              # PGDATA, owned by the cluster's own user
secret=$data/postgresql.password      # of the role the portal uses, 0600, owned by the caller
role=cloudnet database=cloudnet minimum=15

# PostgreSQL refuses to run as root; Debian's packages bring the user postgres.
if [ "$(id -u)" = 0 ]; then owner_user=postgres; as_owner=(setpriv --reuid postgres --regid postgres --init-groups env -C / HOME=/)
else owner_user=$(id -un); as_owner=(env -C /); fi

# A UNIX socket's path may have 107 bytes, and temporary folders are long: then it moves to /tmp.
sockets=$data/sockets
(( ${#sockets} <= 85 )) || sockets=/tmp/cloudnet-$(id -u)-$(printf %s "$data" | sha256sum | cut -c1-12)

find_binaries() { # $1: wanted major version, or nothing for the newest
    local folder best=''
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
        [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] || continue
        local major; major=$("$folder/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
        if [ -n "${1:-}" ]; then [ "$major" = "$1" ] && { echo "$folder"; return; }
        elif (( major >= minimum )) && (( major > ${best:-0} )); then best=$major found=$folder; fi
    done
    [ -z "$best" ] || echo "$found"
}

install_postgresql() {
    # Debian's package makes and starts a cluster on 5432 unless it is told not to. Told so for this installation only.
    local folder=/etc/postgresql-common/createcluster.d sudo=()
    [ "$(id -u)" = 0 ] || sudo=(sudo -n)
    "${sudo[@]}" mkdir -p "$folder" || die "PostgreSQL is missing; install it with: sudo apt-get install postgresql"
    echo 'create_main_cluster = false' | "${sudo[@]}" tee "$folder/cloudnet.conf" >/dev/null
    trap '"${sudo[@]}" rm -f "$folder/cloudnet.conf"' EXIT
    install_debian_packages postgresql
    "${sudo[@]}" rm -f "$folder/cloudnet.conf"
    trap - EXIT
}

running_pid() { # the postmaster of this very folder, if it lives
    local pid; pid=$("${as_owner[@]}" head -n 1 "$cluster/postmaster.pid" 2>/dev/null) || return 1
    [[ $pid =~ ^[0-9]+$ ]] && [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$cluster" ] && echo "$pid"
}
running_port() { "${as_owner[@]}" sed -n 4p "$cluster/postmaster.pid"; }
saved_port() { cat "$data/postgresql.port" 2>/dev/null || true; }
print_url() { echo "Host=127.0.0.1;Port=$1;Database=$database;Username=$role;Password=$(cat "$secret")"; }

# Processes that still have the folder open: after a kill -9 of the postmaster its children end by themselves, soon.
processes_of_cluster() {
    local cwd
    for cwd in /proc/[0-9]*/cwd; do
        [ "$(readlink "$cwd" 2>/dev/null)" = "$cluster" ] && { cwd=${cwd#/proc/}; echo "${cwd%/cwd}"; }
    done
    return 0
}

forget_dead_postmaster() {
    [ -f "$cluster/postmaster.pid" ] || return 0
    # Only when nobody has the data open may the lock file go; after a reboot its number may even be another process'.
    for _ in {1..50}; do [ -z "$(processes_of_cluster)" ] && break; sleep 0.2; done
    local left; left=$(processes_of_cluster)
    if [ -n "$left" ]; then kill -QUIT $left 2>/dev/null || true; sleep 1; left=$(processes_of_cluster); fi
    [ -z "$left" ] || die "PostgreSQL's main process is gone, but these still use $cluster: $left. End them, then start again"
    say "PostgreSQL was not stopped cleanly; recovering."
    rm -f "$cluster/postmaster.pid" "$sockets"/.s.PGSQL.*   # a zombie's number would hold PostgreSQL back from both
}

make_cluster() {
    if [ "$(id -u)" = 0 ]; then
        chmod a+x "$data"
        "${as_owner[@]}" test -x "$data" || die "the user postgres cannot enter $data (a folder above it is closed to it); choose another --data"
        install -d -m 700 -o postgres -g postgres "$cluster.new"
    else
        install -d -m 700 "$cluster.new"
    fi
    # C.UTF-8 sorts the same on every machine and for ever; an index never breaks over a new glibc.
    "${as_owner[@]}" "$bin/initdb" -D "$cluster.new" -U "$owner_user" -E UTF8 --locale=C.UTF-8 -A peer --auth-host=scram-sha-256 \
        $($fast && echo --no-sync || echo --data-checksums) >"$data/initdb.log" 2>&1 || { cat "$data/initdb.log" >&2; die "initdb failed"; }
    rm -f "$data/initdb.log"
    echo "include 'cloudnet.conf'" >>"$cluster.new/postgresql.conf"
    [ "$(id -u)" != 0 ] || chown postgres:postgres "$cluster.new/postgresql.conf"
    mv "$cluster.new" "$cluster"   # a folder with this name is always a whole cluster
}

write_settings() {
    {
        echo "# Written by deploy/postgres.sh at every start."
        echo "listen_addresses = '127.0.0.1'"
        echo "port = $1"
        echo "unix_socket_directories = '$sockets'"
        echo "unix_socket_permissions = 0700"
        echo "password_encryption = 'scram-sha-256'"
        echo "timezone = 'UTC'"
        if $fast; then
            printf '%s\n' "fsync = off" "synchronous_commit = off" "full_page_writes = off" "max_connections = 300" "autovacuum = on"
        else
            printf '%s\n' "fsync = on" "synchronous_commit = on" "full_page_writes = on" "max_connections = 100" \
                "logging_collector = on" "log_directory = 'log'" "log_filename = 'postgresql-%a.log'" "log_truncate_on_rotation = on" "log_rotation_age = 1d"
        fi
    } >"$data/.settings"
    if [ "$(id -u)" = 0 ]; then install -m 600 -o postgres -g postgres "$data/.settings" "$cluster/cloudnet.conf"
    else install -m 600 "$data/.settings" "$cluster/cloudnet.conf"; fi
    rm -f "$data/.settings"
}

make_socket_folder() {
    mkdir -p "$sockets"
    [ "$(id -u)" != 0 ] || [ -L "$sockets" ] || chown postgres:postgres "$sockets"
    [ ! -L "$sockets" ] && [ "$(stat -c %U "$sockets")" = "$owner_user" ] || die "$sockets belongs to somebody else; remove it"
    chmod 700 "$sockets"
}

sql() { # $1: port, $2: database; the statements come on standard input, so that no password is in a process list
    "${as_owner[@]}" "$bin/psql" -X -q -v ON_ERROR_STOP=1 -h "$sockets" -p "$1" -U "$owner_user" -d "$2" -At
}

make_role() {
    local attributes=LOGIN
    $fast && attributes='LOGIN CREATEDB'
    if [ ! -s "$secret" ]; then (umask 077; new_secret 40 >"$secret.new"); mv "$secret.new" "$secret"; fi
    sql "$1" postgres <<SQL
SELECT 'CREATE ROLE $role' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$role') \gexec
ALTER ROLE $role $attributes PASSWORD '$(cat "$secret")';
SELECT 'CREATE DATABASE $database OWNER $role' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$database') \gexec
SQL
}

start() {
    exec 9>"$data/.postgresql.lock"; flock 9   # two starters at once: the second finds it running
    local wanted='' pid
    if [ -d "$cluster" ]; then
        wanted=$(cat "$cluster/PG_VERSION" 2>/dev/null) || die "$cluster is no PostgreSQL cluster that $(id -un) can read"
    fi
    bin=$(find_binaries "$wanted")
    if [ -z "$bin" ] && [ -z "$(find_binaries)" ]; then install_postgresql; bin=$(find_binaries "$wanted"); fi
    if [ -z "$bin" ]; then
        [ -n "$wanted" ] || die "PostgreSQL $minimum or later is needed and was not found in /usr/lib/postgresql"
        local have; have=$(find_binaries); have=$(basename "$(dirname "${have:-none/none}")")
        die "$cluster was made by PostgreSQL $wanted, this machine has PostgreSQL $have. Install PostgreSQL $wanted, or move the data with pg_upgrade or pg_dump, or choose another --data"
    fi
    if [ -n "$wanted" ] && pid=$(running_pid); then
        local now; now=$(running_port)
        [ -z "$port" ] || [ "$port" = 0 ] || [ "$port" = "$now" ] || say "PostgreSQL already runs on port $now; --port $port is used after a stop."
        make_role "$now"; print_url "$now"; return
    fi
    [ -z "$wanted" ] || forget_dead_postmaster
    rm -rf "$cluster.new"
    [ -n "$port" ] || port=$(saved_port); [ -n "$port" ] || port=5085
    local attempts=1; [ "$port" != 0 ] || attempts=5
    [ "$port" = 0 ] || ! port_is_busy "$port" || die "port $port is taken by another program; choose another one for PostgreSQL with --port"
    [ -n "$wanted" ] || make_cluster
    make_socket_folder
    local try chosen log=$data/postgresql-start.log
    for (( try = 1; ; try++ )); do
        chosen=$port; [ "$port" != 0 ] || chosen=$(free_port)
        write_settings "$chosen"
        # The lock must not live on in the server (9>&-); the log is opened here because the folder may be closed to postgres.
        if "${as_owner[@]}" "$bin/pg_ctl" start -D "$cluster" -w -t 120 -s >"$log" 2>&1 9>&- </dev/null; then break; fi
        (( try < attempts )) || { tail -n 15 "$log" >&2; "${as_owner[@]}" bash -c 'tail -qn 5 "$1"/log/*.log' tail "$cluster" 2>/dev/null >&2 || true; die "PostgreSQL did not start on port $chosen"; }
    done
    echo "$chosen" >"$data/postgresql.port"
    make_role "$chosen"
    if [ -n "$owner" ]; then
        setsid bash -c 'while kill -0 "$1" 2>/dev/null; do sleep 1; done; "$2" stop --data "$3"; rm -rf "$3"' watch \
            "$owner" "$here/postgres.sh" "$data" >/dev/null 2>&1 </dev/null 9>&- &
    fi
    print_url "$chosen"
}

stop() {
    local pid; pid=$(running_pid) || { say "not running"; return; }
    bin=$(dirname "$(readlink "/proc/$pid/exe")")
    "${as_owner[@]}" "$bin/pg_ctl" stop -D "$cluster" -m fast -w -t 60 -s 2>&1 >&2 || die "PostgreSQL (process $pid) did not stop within a minute"
    case $sockets in /tmp/*) rmdir "$sockets" 2>/dev/null || true ;; esac
}

status() {
    local pid; pid=$(running_pid) || { echo "not running"; exit 3; }
    echo "running: PostgreSQL $("${as_owner[@]}" cat "$cluster/PG_VERSION") on 127.0.0.1:$(running_port), process $pid, data in $cluster"
}

url() { running_pid >/dev/null || { say "not running"; exit 3; }; print_url "$(running_port)"; }

"$verb"
