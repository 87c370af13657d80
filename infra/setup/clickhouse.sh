#!/usr/bin/env bash
# ClickHouse as a library, for the embedded engine: from npm, by its sum, into the cache.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" clickhouse

PACKAGE=@chdb/lib-linux-x64-gnu
INTEGRITY=sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==

[[ -s $ENGAGEMENT_CHDB ]] && exit 0
embeds_clickhouse || {
  say "the embedded ClickHouse runs on Linux x86-64 with glibc only, not on $(uname -sm): set ClickHouse__Url to a server's address."
  exit 0
}
need npm "npm" "$NODE_HOW"
need node "Node.js" "$NODE_HOW"
need_space 1100 "$ENGAGEMENT_CACHE"
work_folder

fetched() { echo "ClickHouse: $(du -sm "$WORK" | cut -f1) MB on disk after ${SECONDS} s (178 MB to fetch, then 566 MB to unpack)"; }
say "ClickHouse: fetching the embedded engine $CHDB_VERSION, once: 178 MB, unpacked 566 MB, into $ENGAGEMENT_CACHE (half a minute to some minutes)"
tell_every 15 fetched
npm_tarball "$PACKAGE" "$CHDB_VERSION" "$INTEGRITY"
logged tar -xzf "$WORK/package.tgz" -C "$WORK" --no-same-owner package || die "cannot unpack $PACKAGE. All of it: $LOG"
hush

library=$(find "$WORK/package" -name libchdb.so -print -quit)
[[ -s $library ]] || die "$PACKAGE $CHDB_VERSION holds no libchdb.so"
mkdir -p "${ENGAGEMENT_CHDB%/*}"
mv "$library" "$ENGAGEMENT_CHDB"
say "ClickHouse: ready after $SECONDS s"
