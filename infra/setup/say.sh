# shellcheck shell=bash disable=SC2034
# Sourced by the steps, as `. say.sh NAME`: what they tell a person, and where the whole of it is kept.
# All of it goes to standard error: standard output belongs to the program.

STEP=$1
LOG=$ENGAGEMENT_HOME/.setup/logs/$STEP.log

say() { printf 'engagement: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# need COMMAND WHAT HOW
need() { command -v "$1" >/dev/null || die "$2 is missing ($1). $3"; }

# logged COMMAND…: its output goes to the log. No step may hand an open lock (descriptor 9) to what it starts: the
# compiler's server outlives the step and would hold it.
logged() { logged_in . "$@"; }

# logged_in FOLDER COMMAND…
logged_in() {
  if [[ -z ${LOG_BEGUN:-} ]]; then : >"$LOG"; fi
  LOG_BEGUN=1
  (cd "$1" && shift && exec "$@") >>"$LOG" 2>&1 </dev/null 9>&-
}

# why PATTERN: the few lines of the log that say what went wrong.
why() {
  grep -E "$1" "$LOG" | sed "s|$ENGAGEMENT_HOME/||g; s| \[[^]]*\]\$||; s/^/engagement:   /" | sort -u | head -8 | cut -c1-400 >&2 || true
}

# tell_every SECONDS COMMAND…: a line now and then while something long runs; ended by `hush`.
tell_every() {
  local seconds=$1
  shift
  (
    trap 'kill "$!"; exit' TERM
    while sleep "$seconds" & wait "$!"; do say "$("$@")"; done
  ) 9>&- &
  TELLER=$!
}

hush() {
  [[ -n ${TELLER:-} ]] || return 0
  kill "$TELLER" 2>/dev/null || true
  wait "$TELLER" 2>/dev/null || true
  TELLER=
}

# work_folder: a folder in the cache, on one file system with what it will be renamed to; gone when the step ends.
work_folder() {
  WORK=$(mktemp -d "$ENGAGEMENT_CACHE/work.XXXXXX") ||
    die "cannot write to $ENGAGEMENT_CACHE. Set ENGAGEMENT_CACHE to a folder you may write to."
  trap 'hush; rm -rf "$WORK"' EXIT
  trap 'exit 130' INT TERM
}

# need_space MEGABYTES FOLDER
need_space() {
  local free
  free=$(($(df -Pk "$2" | awk 'NR == 2 { print $4 }') / 1024))
  ((free >= $1)) || die "$2 has $free MB free and $STEP needs $1 MB. Free some, or set ENGAGEMENT_CACHE to another disk."
}

# npm_tarball PACKAGE VERSION INTEGRITY: into $WORK/package.tgz, through the ordinary client, whose own checks trust the
# registry's word: the pinned sum doesn't. Its cache is thrown away, as nobody asks for the package twice.
npm_tarball() {
  local file sum
  logged_in "$WORK" npm pack "$1@$2" --ignore-scripts --cache "$WORK/npm" || {
    why 'npm (error|ERR!)'
    die "cannot fetch $1 $2 from the npm registry. Is there a network? All of it: $LOG"
  }
  file=$(find "$WORK" -maxdepth 1 -name '*.tgz' -print -quit)
  sum=$(node -e '
    const hash = require("crypto").createHash("sha512");
    require("fs").createReadStream(process.argv[1]).on("data", d => hash.update(d))
      .on("end", () => console.log("sha512-" + hash.digest("base64")));' "$file")
  [[ $sum == "$3" ]] || die "$1 $2 is not what it was: its sum is $sum, expected $3. Nothing of it was used."
  mv "$file" "$WORK/package.tgz"
}

NODE_HOW="Install Node.js 20.19 or newer: apt-get install nodejs npm, or https://nodejs.org"
DOTNET_HOW="Install it: apt-get install dotnet-sdk-10.0, or https://dot.net/download"

# A stamp carries the time its step began, so that what changes meanwhile counts as newer; it appears when the step ended
# well. File systems tell time in ticks (some milliseconds; on some a second or two), and a change in the tick of the
# stamp would not count as newer: so the step begins when that tick is over.
begin_stamp() {
  local begun=$STAMPS/$1.begun
  mkdir -p "$STAMPS"
  rm -f "$STAMPS/$1"
  : >"$begun"
  until : >"$begun.tick" && [[ $begun.tick -nt $begun ]]; do sleep 0.001; done
  rm -f "$begun.tick"
}

end_stamp() { mv "$STAMPS/$1.begun" "$STAMPS/$1"; }
