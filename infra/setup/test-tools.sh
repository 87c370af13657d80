#!/usr/bin/env bash
# The foreign programs some tests drive. Installed where this user may (root, Debian); what is still lacking is named
# on standard output, for the runner.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" test-tools

TOOLS=(chromium kcat curl)

lacking() {
  local tool
  for tool in "${TOOLS[@]}"; do command -v "$tool" >/dev/null || printf ' %s' "$tool"; done
}

missing=$(lacking)
[[ -z $missing ]] && exit 0

if ((EUID == 0)) && command -v apt-get >/dev/null; then
  say "tests: installing$missing by apt-get (a minute or two)"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { logged apt-get update && logged apt-get install -y --no-install-recommends $missing; } ||
    say "apt-get could not install$missing. All of it: $LOG"
  missing=$(lacking)
fi
[[ -z $missing ]] || say "tests that need$missing can't run. Install:$missing (apt-get install$missing)"
echo "$missing"
