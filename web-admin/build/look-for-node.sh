#!/bin/sh
# Leaves a mark where Node.js is missing or old; Maven then stops with plain words instead of a stack trace.
mark=target/no-node
mkdir -p target
rm -f "$mark"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  touch "$mark"
elif [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  touch "$mark"
fi
