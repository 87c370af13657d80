#!/usr/bin/env bash
# The pages: dashboards/ → dashboards/dist.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" dashboards

pages=$ENGAGEMENT_HOME/dashboards
are_dashboards_built && exit 0
need npm "npm" "$NODE_HOW"
need node "Node.js" "$NODE_HOW"
printf '%s\n' v20.19.0 "$(node --version)" | sort -VC || die "Node.js $(node --version) is too old for the pages' build. $NODE_HOW"

"$here/npm-ci.sh" "$pages"
say "pages: building (some seconds)"
begin_stamp dashboards
logged npm --prefix "$pages" run build || {
  why 'error|Error|ERR!'
  die "the pages did not build. All of it: $LOG"
}
end_stamp dashboards
