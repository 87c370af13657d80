#!/usr/bin/env bash
# all.sh [tests]: every step that isn't done yet. One set-up at a time in a tree, and one at a time in a cache that
# clones share; the steps look again once they have the lock.
set -euo pipefail
here=$(readlink -f "$(dirname "${BASH_SOURCE[0]}")")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" all
root=$ENGAGEMENT_HOME

{ mkdir -p "$root"/.setup/{logs,stamps} "$root/artifacts" && : >"$root/.setup/lock"; } 2>/dev/null ||
  die "set-up is not done and $root can't be written to: it needs to make .setup, artifacts and dashboards/dist there (about 200 MB). Use a clone you may write to."
{ mkdir -p "$ENGAGEMENT_CACHE/feed" && : >"$ENGAGEMENT_CACHE/lock.chdb"; } 2>/dev/null ||
  die "the cache $ENGAGEMENT_CACHE can't be written to. Set ENGAGEMENT_CACHE to a folder you may write to (1 GB)."

# take FILE: holds its lock as descriptor 9 until this shell ends.
take() {
  command -v flock >/dev/null || return 0
  exec 9>"$1"
  flock -n 9 || {
    say "another set-up is at work (${1%/*}): waiting for it"
    flock 9
  }
}

(
  take "$root/.setup/lock"
  if [[ ! $root/.setup/feed -ef $ENGAGEMENT_CACHE/feed ]]; then
    ln -sfn "$ENGAGEMENT_CACHE/feed" "$root/.setup/feed.new"
    mv -T "$root/.setup/feed.new" "$root/.setup/feed"
  fi

  # Two chains, as one waits for the network while the other compiles. Each is a process group of its own: shells
  # make background work deaf to Ctrl-C, so it is ended by hand, with all it started.
  engines() {
    (
      take "$ENGAGEMENT_CACHE/lock.chdb"
      if [[ ${1:-} == tests ]] || wants_chdb; then "$here/clickhouse.sh"; fi
    )
    "$here/dashboards.sh"
    if [[ ${1:-} == tests && -f $root/tests/clients/package.json ]]; then "$here/npm-ci.sh" "$root/tests/clients"; fi
  }
  program() {
    (
      take "$ENGAGEMENT_CACHE/lock.librdkafka"
      "$here/librdkafka.sh"
    )
    are_packages_asked || "$here/optional.sh"
    if [[ ${1:-} == tests ]]; then
      are_tests_built || "$here/build.sh" tests
    else
      is_built || "$here/build.sh" program
    fi
  }

  set -m
  engines "$@" </dev/null &
  first=$!
  program "$@" </dev/null &
  second=$!
  set +m
  trap 'kill -TERM -- "-$first" "-$second" 2>/dev/null; wait; exit 130' INT TERM
  failed=0
  wait "$first" || failed=1
  wait "$second" || failed=1
  exit "$failed"
)
