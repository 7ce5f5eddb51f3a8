#!/bin/sh
# Maven comes in here: says plainly what is missing instead of a stack trace, then hands over to the node script.
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "" >&2
  echo "Retour's web admin is built with Node.js, and no 'node' and 'npm' are on the PATH." >&2
  echo "Install Node.js 20 or newer, or skip the web admin with -Dweb.skip=true." >&2
  exit 1
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
  echo "" >&2
  echo "Retour's web admin needs Node.js 20 or newer; this is $(node -v). Or skip it with -Dweb.skip=true." >&2
  exit 1
fi
exec node build/maven.mjs "$@"
