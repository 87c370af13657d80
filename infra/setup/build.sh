#!/usr/bin/env bash
# build.sh program|tests: a Release build of the program alone, or of everything. Restores without the network where
# that was done before.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" "build-$1"

root=$ENGAGEMENT_HOME
case $1 in
  program) target=$root/src/Engagement/Engagement.csproj what="the program" ;;
  tests) target=$root/Engagement.sln what="the program and its tests" ;;
esac

need dotnet "the .NET SDK 10" "$DOTNET_HOW"
logged_in "$root" dotnet --version ||
  die "the .NET SDK 10 is missing; there is: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' '). $DOTNET_HOW"

say "building $what (a minute or two the first time)"
begin_stamp "$1"
logged dotnet build "$target" -c Release -nodeReuse:false -clp:NoSummary -v minimal || {
  why '(: error |error (NU|MSB|NETSDK))'
  grep -q 'error NU1301' "$LOG" && die "NuGet packages are missing and the registry can't be reached. Is there a network? All of it: $LOG"
  die "$what did not build. All of it: $LOG"
}
end_stamp "$1"
if [[ $1 == tests ]]; then ln -f "$STAMPS/tests" "$STAMPS/program"; fi
