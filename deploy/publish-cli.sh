#!/usr/bin/env bash
# Makes cloudnet as one self-contained file for linux-x64: no .NET is needed where it runs.  Usage: deploy/publish-cli.sh [FOLDER]   (default: artifacts/cloudnet)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
out=$(mkdir -p "${1:-$root/artifacts/cloudnet}" && cd "${1:-$root/artifacts/cloudnet}" && pwd)
# Published from a copy: a runtime identifier would be written into the lock files of the projects.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$root"/Directory.*.props "$root"/nuget.config "$root"/global.json "$root"/BannedSymbols.txt "$root"/.editorconfig "$copy"/
mkdir "$copy/src"
cp "$root"/src/Directory.Build.props "$copy/src/" 2>/dev/null || true
[ ! -d "$root/build" ] || cp -r "$root/build" "$copy/build"
for project in Domain CloudStack Push Import Cli; do cp -r "$root/src/CloudNetPortal.$project" "$copy/src/"; done
find "$copy" -name packages.lock.json -delete
dotnet publish "$copy/src/CloudNetPortal.Cli" -c Release -r linux-x64 --self-contained true -o "$out" -v q -nologo \
  -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:EnableCompressionInSingleFile=true -p:DebugType=none -p:RestorePackagesWithLockFile=false
"$out/cloudnet" --version > /dev/null
ls -l "$out/cloudnet" | awk '{printf "%s  %.1f MB\n", $NF, $5/1048576}'
