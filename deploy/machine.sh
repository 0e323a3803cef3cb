# What a script needs to know of the machine: its packages and its ports. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Port of a listener on the loopback, whoever owns it. A connect needs no tool that a small Debian may lack.
port_is_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

check_port_number() {
    [[ $1 =~ ^[0-9]+$ ]] && (( $1 >= 1 && $1 <= 65535 )) || die "$2 wants a port between 1 and 65535, not '$1'"
}

# Below Linux's range of outgoing ports, so that no client socket takes it before the server does.
free_port() {
    local port
    for _ in {1..200}; do
        port=$(( 20000 + (RANDOM * 32768 + RANDOM) % 12000 ))
        port_is_busy "$port" || { echo "$port"; return; }
    done
    die "no free port between 20000 and 32000"
}

# Default folder for data. As root not below /root: PostgreSQL's own user could not enter it.
default_data_folder() {
    if [ "$(id -u)" = 0 ]; then echo /var/lib/cloudnetportal; else echo "${XDG_DATA_HOME:-$HOME/.local/share}/cloudnetportal"; fi
}

# new_secret [LENGTH]: letters and digits from the kernel, without a line end.
new_secret() {
    local letters
    letters=$(head -c 4096 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9')
    printf %s "${letters:0:${1:-32}}"
}

install_debian_packages() {
    local root=()
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || die "missing Debian packages: $*. Install them with: sudo apt-get install $*"
        root=(sudo -n)
    fi
    command -v apt-get >/dev/null || die "missing packages: $* (this machine has no apt-get; install them in its own way)"
    say "Installing Debian packages: $*"
    local log; log=$(mktemp)
    local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2; rm -f "$log"
        die "apt-get could not install: $*"
    fi
    rm -f "$log"
}
