#!/usr/bin/env bash
# npm-ci.sh FOLDER: its node_modules as its package-lock.json says.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
name=${1#"$ENGAGEMENT_HOME"/}
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" "npm-${name//\//-}"

need npm "npm" "$NODE_HOW"
is_npm_installed "$1" && exit 0
say "$name: fetching npm packages (some seconds to a minute)"
logged npm --prefix "$1" ci --no-audit --no-fund --prefer-offline || {
  rm -f "$1/node_modules/.package-lock.json"
  why 'npm (error|ERR!)'
  die "npm packages of $name could not be installed. Is there a network? All of it: $LOG"
}
