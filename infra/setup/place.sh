# shellcheck shell=bash
# Sourced: where things are, and whether they are there. Writes nothing, so that a start with nothing to do stays
# quick and works in a tree it may not write to.

ENGAGEMENT_HOME=$(readlink -f "${BASH_SOURCE[0]%/*}/../..")
export ENGAGEMENT_HOME
CHDB_VERSION=26.7.3-stable.1
CHDB_FILE=chdb/$CHDB_VERSION/libchdb.so

# A path that may not exist yet can be written if the nearest folder above it can.
can_write() {
  local path=$1
  until [[ -e $path ]]; do path=$(dirname "$path"); done
  [[ -d $path && -w $path ]]
}

# A home that isn't there is not made: it is the mark of an account that has none.
has_home() { [[ -d ${HOME:-} && -w $HOME ]]; }

# What takes long to make is shared by every clone of one person: outside the tree if there is such a place.
find_cache() {
  local fallback=$ENGAGEMENT_HOME/.setup/cache known base
  if [[ -n ${ENGAGEMENT_CACHE:-} ]]; then
    realpath -m "$ENGAGEMENT_CACHE"
    return
  fi
  # The cache this tree was set up with stays its cache, even for a start with another HOME (cron, systemd, sudo).
  if known=$(readlink "$ENGAGEMENT_HOME/.setup/feed") && known=${known%/feed} && [[ -f $known/$CHDB_FILE ]]; then
    echo "$known"
    return
  fi
  base=${XDG_CACHE_HOME:-}
  if [[ -z $base ]] && has_home; then base=$HOME/.cache; fi
  if [[ $base == /* ]] && can_write "$base/engagement"; then echo "$base/engagement"; else echo "$fallback"; fi
}

ENGAGEMENT_CACHE=$(find_cache)
export ENGAGEMENT_CACHE
export ENGAGEMENT_CHDB=$ENGAGEMENT_CACHE/$CHDB_FILE
ENGAGEMENT_PROGRAM=$ENGAGEMENT_HOME/artifacts/bin/Engagement/release/engagement
ENGAGEMENT_OPTIONAL=$ENGAGEMENT_HOME/.setup/optional.props
STAMPS=$ENGAGEMENT_HOME/.setup/stamps

# dotnet, NuGet and npm keep their own caches under HOME and fail in odd ways where there is none.
if ! has_home; then
  export DOTNET_CLI_HOME=${DOTNET_CLI_HOME:-$ENGAGEMENT_CACHE/dotnet}
  export NUGET_PACKAGES=${NUGET_PACKAGES:-$ENGAGEMENT_CACHE/nuget}
  export npm_config_cache=${npm_config_cache:-$ENGAGEMENT_CACHE/npm}
fi

# The program's launcher looks for .NET only in the usual places; the `dotnet` on the PATH may be in another.
if [[ -z ${DOTNET_ROOT:-} ]] && dotnet=$(command -v dotnet) && dotnet=$(readlink -f "$dotnet") &&
  [[ -d ${dotnet%/*}/shared/Microsoft.NETCore.App ]]; then
  export DOTNET_ROOT=${dotnet%/*}
fi

# The embedded ClickHouse is a library of this one platform; elsewhere, or with a server of one's own, it isn't wanted.
embeds_clickhouse() {
  [[ $(uname -sm) == "Linux x86_64" && ! -e /lib/ld-musl-x86_64.so.1 ]]
}

wants_chdb() {
  [[ -z ${ClickHouse__Url:-} ]] && embeds_clickhouse
}

# fresh STAMP PATH…: the step that left STAMP ended well, and nothing in PATH… changed since it began. Folders count:
# theirs is the only trace of a file that was deleted or renamed.
fresh() {
  local stamp=$STAMPS/$1 path paths=()
  shift
  [[ -f $stamp ]] || return 1
  for path; do [[ -e $path ]] && paths+=("$path"); done
  [[ -z $(find "${paths[@]}" -name node_modules -prune -o -newer "$stamp" -print -quit) ]]
}

house_files() {
  local root=$ENGAGEMENT_HOME
  printf '%s\n' "$root"/{Directory.Build.props,Directory.Build.targets,Directory.Packages.props,nuget.config,global.json}
  printf '%s\n' "$root"/{BannedSymbols.txt,.editorconfig,infra/setup/build.sh,.setup/optional.props}
}

# The optional packages were asked for, of the list as it is now.
are_packages_asked() {
  local list=$ENGAGEMENT_HOME/Directory.Packages.props
  [[ ! -f $list || $ENGAGEMENT_OPTIONAL -nt $list ]]
}

is_built() {
  local house
  mapfile -t house < <(house_files)
  [[ -x $ENGAGEMENT_PROGRAM ]] && fresh program "$ENGAGEMENT_HOME/src" "${house[@]}"
}

are_tests_built() {
  local house
  mapfile -t house < <(house_files)
  fresh tests "$ENGAGEMENT_HOME"/{src,tests,Engagement.sln} "${house[@]}"
}

# Not the folder dashboards itself, nor what the build makes in it: types (generated) and pages (dist). Grafana's files are no part of the pages.
are_dashboards_built() {
  local pages=$ENGAGEMENT_HOME/dashboards
  [[ -f $pages/package.json ]] || return 0
  [[ -f $pages/dist/index.html ]] || return 1
  local inputs=()
  mapfile -t inputs < <(find "$pages" -mindepth 1 -maxdepth 1 ! -name node_modules ! -name 'dist*' ! -name generated ! -name grafana)
  fresh dashboards "${inputs[@]}"
}

# npm's own mark in node_modules tells whether it is what package-lock.json says.
is_npm_installed() {
  local mark=$1/node_modules/.package-lock.json
  [[ -f $mark && ! $1/package-lock.json -nt $mark && ! $1/package.json -nt $mark ]]
}

is_set_up() {
  { ! wants_chdb || [[ -s $ENGAGEMENT_CHDB ]]; } && [[ -d $ENGAGEMENT_HOME/.setup/feed ]] && are_dashboards_built && are_packages_asked && is_built
}
