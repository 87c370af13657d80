#!/usr/bin/env bash
# `./engagement bench ingest|metrics|pages|reader [options]`: measures, on all it needs. Reports go to docs/benchmarks.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=infra/setup/place.sh
. "$here/setup/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/setup/say.sh" bench

"$here/setup/all.sh" tests
"$here/setup/npm-ci.sh" "$ENGAGEMENT_HOME/tests/Engagement.Benchmarks/node"
if [[ ${1:-} == pages && " $("$here/setup/test-tools.sh") " == *" chromium "* ]]; then
  die "pages are measured in a browser, and there is no chromium. Install it, then run this again"
fi
# The benchmarks bring engines of their own.
unset ClickHouse__Url Kafka__BootstrapServers
cd "$ENGAGEMENT_HOME"
exec "$ENGAGEMENT_HOME/artifacts/bin/Engagement.Benchmarks/release/engagement-bench" "$@"
