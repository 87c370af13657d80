#!/usr/bin/env bash
# Which of the optional packages the NuGet registry holds: each group of Directory.Packages.props is restored once, into a
# folder that is thrown away, and the answers are written where the build reads them. To ask again: rm .setup/optional.props
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" optional

list=$ENGAGEMENT_HOME/Directory.Packages.props

# group NAME: its lines of the list, as references.
group() {
  awk -v name="$1" '$0 ~ "Label=\"Optional " name "\"" { on = 1; next } /<\/ItemGroup>/ { on = 0 } on && /<PackageVersion / { sub("PackageVersion", "PackageReference"); print }' "$list"
}

ask() {
  local folder=$WORK/$1
  mkdir -p "$folder"
  sed '/key="local"/d' "$ENGAGEMENT_HOME/nuget.config" >"$folder/nuget.config"
  cat >"$folder/optional.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
$(group "$1")
  </ItemGroup>
</Project>
PROJECT
  if logged_in "$folder" dotnet restore optional.csproj --packages "$WORK/packages" \
    -p:ImportDirectoryBuildProps=false -p:ImportDirectoryBuildTargets=false -p:ImportDirectoryPackagesProps=false -nodeReuse:false; then
    echo true
  elif grep -q 'error NU1301' "$LOG"; then
    why 'error NU1301'
    die "cannot ask the NuGet registry for the optional packages. Is there a network? All of it: $LOG"
  else
    echo false
  fi
}

need dotnet "the .NET SDK 10" "$DOTNET_HOW"
need_space 300 "$ENGAGEMENT_CACHE"
work_folder
mapfile -t names < <(sed -n 's/.*Label="Optional \([A-Za-z]*\)".*/\1/p' "$list")
say "optional packages: asking the NuGet registry for ${names[*]}"
absent=()
{
  printf '<Project>\n  <!-- Made by infra/setup/optional.sh. -->\n  <PropertyGroup>\n'
  for name in "${names[@]}"; do
    answer=$(ask "$name")
    printf '    <Has%s>%s</Has%s>\n' "$name" "$answer" "$name"
    if [[ $answer == false ]]; then absent+=("$name"); fi
  done
  printf '  </PropertyGroup>\n</Project>\n'
} >"$WORK/optional.props"
if ((${#absent[@]} > 0)); then say "optional packages: the registry does not hold ${absent[*]}; the product is built without"; fi
mkdir -p "${ENGAGEMENT_OPTIONAL%/*}"
mv "$WORK/optional.props" "$ENGAGEMENT_OPTIONAL"
