#!/usr/bin/env bash
# Makes .env for docker-compose.yml: passwords and keys of this installation, readable by its owner alone. Never overwrites one.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/machine.sh"
file=$(dirname "$here")/.env
[ ! -e "$file" ] || die "$file exists already and is kept; the database knows only its password"
umask 077
{
    echo "POSTGRES_PASSWORD=$(new_secret 40)"
    echo "PRACTICE_CLOUD_KEY=$(new_secret 64)"
    echo "PRACTICE_CLOUD_SECRET=$(new_secret 64)"
} >"$file.new"
mv "$file.new" "$file"
say "Made $file. Next: docker compose up --build"
