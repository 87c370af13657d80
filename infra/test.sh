#!/usr/bin/env bash
# `./engagement test [--filter …]`: every test, on all it needs. Further arguments go to `dotnet vstest`. Results
# as artifacts/test-results/*.trx; the last line counts them; exit code 1 if any failed, a run crashed or nothing ran.
# With CI=true nothing may be left out for want of a tool.
set -euo pipefail
# The tests bring engines of their own.
unset ClickHouse__Url Kafka__BootstrapServers
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=infra/setup/place.sh
. "$here/setup/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/setup/say.sh" test

RESULTS=$ENGAGEMENT_HOME/artifacts/test-results
HANG_SECONDS=${ENGAGEMENT_TEST_HANG_SECONDS:-300}
passed=0 failed=0 skipped=0

assembly() { echo "$ENGAGEMENT_HOME/artifacts/bin/$1/release/$1.dll"; }

# count NUMBER WORD: into one of the three totals.
count() { printf -v "$2" '%d' "$((${!2} + $1))"; }

is_ready() {
  local clients=$ENGAGEMENT_HOME/tests/clients
  { [[ -s $ENGAGEMENT_CHDB ]] || ! embeds_clickhouse; } && [[ -d $ENGAGEMENT_HOME/.setup/feed ]] &&
    are_dashboards_built && are_packages_asked && are_tests_built && { [[ ! -f $clients/package.json ]] || is_npm_installed "$clients"; }
}

# field NAME TRX: one of the counters of a result file, 0 where there is none.
field() {
  local number
  number=$(grep -o '<Counters [^>]*' "$2" 2>/dev/null | head -1 | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9) || true
  echo "${number:-0}"
}

# What failed, as the runner wrote it: from each "  Failed …" to the next verdict.
print_failures() {
  awk '/^  (Passed|Skipped) / || /^(Test Run|Total tests|Results File)/ { on = 0 } /^  Failed / { on = 1 } on' "$1" >&2
}

# Which tests had begun and not ended when a run broke off, as the runner's watch noted them.
print_unfinished() {
  local tests
  tests=$(find "$RESULTS" -name 'Sequence_*.xml' -newer "$1" -exec grep -ho '<Test Name="[^"]*"[^>]*Completed="False"' {} + 2>/dev/null |
    sed -E 's/<Test Name="([^"]*)".*/  \1/' | sort -u) || true
  if [[ -n $tests ]]; then say "begun and not ended:"$'\n'"$tests"; fi
}

# A line a second on a terminal, one every fifteen elsewhere.
progress() {
  local log=$1 what=$2 seconds=$3 line
  line=$(awk '/^  (Passed|Failed|Skipped) / { n[$1]++ } END { printf "%d passed, %d failed, %d skipped", n["Passed"], n["Failed"], n["Skipped"] }' "$log")
  line="engagement: $what: $line, $seconds s"
  if [[ -t 2 ]]; then printf '\r%s' "$line" >&2; elif ((seconds % 15 == 0)); then printf '%s\n' "$line" >&2; fi
}

# Not `dotnet test`: given an assembly it still builds the solution it finds in the current folder, and its
# --blame-hang-dump-type=none writes a full dump all the same. Output goes into a file, as a process that outlives its test would keep a pipe open for ever. A process group of its
# own, so that whatever a crashed run leaves behind ends with it.
run() {
  local project=$1 log=$RESULTS/$1.log trx=$RESULTS/$1.trx code=0 told=0 run
  shift
  SECONDS=0
  : >"$log"
  : >"$log.begun"
  set -m
  dotnet vstest "$(assembly "$project")" "--ResultsDirectory:$RESULTS" \
    "--logger:trx;LogFileName=$project.trx" "--logger:console;verbosity=normal" \
    "--Blame:CollectHangDump;TestTimeout=${HANG_SECONDS}s;HangDumpType=none" "$@" >"$log" 2>&1 </dev/null &
  run=$!
  set +m
  trap 'kill -KILL -- "-$run" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$run" 2>/dev/null; do
    sleep 0.2
    ((SECONDS > told)) || continue
    told=$SECONDS
    progress "$log" "$project" "$told"
    # Past the runner's own watch: a host that hangs without a test in it.
    if (($(date +%s) - $(stat -c %Y "$log") > HANG_SECONDS * 2)); then kill -KILL -- "-$run" 2>/dev/null || true; fi
  done
  wait "$run" || code=$?
  trap - INT TERM
  if kill -KILL -- "-$run" 2>/dev/null; then say "$project left processes behind; they were ended"; fi
  [[ -t 2 ]] && printf '\r\033[K' >&2

  local total executed good bad
  total=$(field total "$trx") executed=$(field executed "$trx") good=$(field passed "$trx")
  bad=$((executed - good))
  print_failures "$log"
  # A run that broke off counts as a failure of its own, whatever was counted before.
  if ((code != 0)) && { ((bad == 0)) || grep -qE '^(Test Run Aborted|The active test run was aborted)' "$log"; }; then
    bad=$((bad + 1))
    say "$project broke off (exit code $code):"
    print_unfinished "$log.begun"
    grep -vE '^  (Passed|Skipped) |^ *at |^ *$|^(Total|Results File|Attachments)|^ *Passed:' "$log" | tail -15 | cut -c1-300 >&2 || true
  fi
  say "$project: $good passed, $bad failed, $((total - executed)) skipped in ${SECONDS} s"
  count "$good" passed
  count "$bad" failed
  count "$((total - executed))" skipped
}

# leave_out PROJECT: its tests count as skipped.
leave_out() {
  local tests
  tests=$(dotnet vstest "$(assembly "$1")" --ListTests "${@:2}" 2>/dev/null | grep -c '^    ') || true
  count "$tests" skipped
}

arguments=()
while (($# > 0)); do
  case $1 in
    --filter)
      [[ -n ${2:-} ]] || die "--filter needs an expression, such as FullyQualifiedName~Statements"
      arguments+=("--TestCaseFilter:$2")
      shift
      ;;
    --filter=*) arguments+=("--TestCaseFilter:${1#*=}") ;;
    *) arguments+=("$1") ;;
  esac
  shift
done

is_ready || "$here/setup/all.sh" tests || exit 1
lacking=$("$here/setup/test-tools.sh") || exit 1
rm -rf "$RESULTS"
mkdir -p "$RESULTS"

for project in Engagement.Tests Engagement.Engines.Tests Engagement.Servers.Tests Engagement.Browser.Tests; do
  if [[ $project == Engagement.Browser.Tests && " $lacking " == *" chromium "* ]]; then
    leave_out "$project" "${arguments[@]}"
  else
    run "$project" "${arguments[@]}"
  fi
done

absent=$(sed -n 's/.*<Has\([A-Za-z]*\)>false<.*/ \1/p' "$ENGAGEMENT_OPTIONAL" 2>/dev/null | tr -d '\n') || true
if [[ -n $absent ]]; then say "built without:$absent (the registry does not hold the packages), so the tests of these are left out"; fi
if [[ ${CI:-} == true && -n $lacking ]]; then
  say "CI may not go without:$lacking"
  count "$(wc -w <<<"$lacking")" failed
fi
if ((passed + failed == 0)); then say "no test ran"; fi
echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0 && passed > 0))
