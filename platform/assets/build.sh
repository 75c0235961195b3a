#!/bin/sh
# Installs the locked packages and copies what the pages use. Called by Maven in the phase generate-resources.
set -eu
cd "$(dirname "$0")"

fail() {
    echo "" >&2
    echo "muniflow-assets: $1" >&2
    echo "Install Node.js 20 or newer with npm (https://nodejs.org, or your system's packages), check with" >&2
    echo "'node --version' and 'npm --version', and build again." >&2
    exit 1
}

command -v node > /dev/null 2>&1 || fail "Node.js is missing; the design system and the diagram viewer come from npm."
command -v npm > /dev/null 2>&1 || fail "npm is missing; the design system and the diagram viewer come from npm."
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' \
    || fail "Node.js $(node --version) is too old."

if node copy.mjs --unchanged; then
    exit 0
fi
npm ci --ignore-scripts --silent || fail "'npm ci' failed; see the lines above. A registry must be within reach."
node copy.mjs
