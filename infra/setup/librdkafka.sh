#!/usr/bin/env bash
# The native half of Confluent.Kafka: from the NuGet registry where that holds it, else built from the very same
# release's source, which an npm package carries, and packed into the local feed.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=infra/setup/place.sh
. "$here/place.sh"
# shellcheck source=infra/setup/say.sh
. "$here/say.sh" librdkafka

VERSION=2.15.1
PACKAGE=@confluentinc/kafka-javascript
PACKAGE_VERSION=1.10.1
INTEGRITY=sha512-KVePUBn21EqCVP9mfxzEuM3SYJHHEF7X+iiC2e43QQgDSyEaksInmCGooT3w5q+cNAdkSCrK71j0ICfqoSqZLw==
PACKED=$ENGAGEMENT_CACHE/feed/librdkafka.redist.$VERSION.nupkg
ANSWER=$ENGAGEMENT_HOME/.setup/answers/librdkafka.redist.$VERSION

case $(uname -sm) in
  "Linux x86_64") RID=linux-x64 ;;
  "Linux aarch64") RID=linux-arm64 ;;
  *) RID= ;;
esac

# The folder of packages is thrown away: the person's own may hold a librdkafka that some clone packed itself. This very
# version is asked for: without the brackets a registry that only holds a newer one answers with that.
ask_registry() {
  say "Kafka: asking the NuGet registry for librdkafka.redist $VERSION"
  mkdir -p "$WORK/trial"
  sed '/key="local"/d' "$ENGAGEMENT_HOME/nuget.config" >"$WORK/trial/nuget.config"
  cat >"$WORK/trial/trial.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="librdkafka.redist" Version="[$VERSION]" /></ItemGroup>
</Project>
PROJECT
  if logged_in "$WORK/trial" dotnet restore trial.csproj --packages "$WORK/trial/packages" "${ALONE[@]}"; then
    echo held
  elif grep -qE 'error NU110[123]' "$LOG"; then
    echo absent
  else
    why 'error '
    die "cannot ask the NuGet registry for librdkafka.redist. Is there a network? All of it: $LOG"
  fi
}

has_header() { echo "#include <$1>" | cc -E - >/dev/null 2>&1; }

build() {
  [[ -n $RID ]] || die "librdkafka.redist is not in the NuGet registry, and building it is known for Linux on x86-64 and arm64 only, not for $(uname -sm)."
  need npm "npm" "$NODE_HOW"
  need node "Node.js" "$NODE_HOW"
  need cc "a C compiler" "Install it: apt-get install gcc"
  need make "make" "Install it: apt-get install make"
  has_header openssl/ssl.h || die "OpenSSL's headers are missing (openssl/ssl.h). Install them: apt-get install libssl-dev"
  has_header zlib.h || die "zlib's headers are missing (zlib.h). Install them: apt-get install zlib1g-dev"

  say "Kafka: not in the registry; building librdkafka $VERSION from source, once (about a minute on two cores)"
  npm_tarball "$PACKAGE" "$PACKAGE_VERSION" "$INTEGRITY"
  logged tar -xzf "$WORK/package.tgz" -C "$WORK" --no-same-owner package/deps/librdkafka
  local source=$WORK/package/deps/librdkafka
  # SASL's Kerberos and OAuth's curl want more libraries than a learner's laptop has; neither is used.
  logged_in "$source" ./configure --disable-sasl --disable-curl ||
    die "librdkafka's configure failed. All of it: $LOG"
  logged make -C "$source/src" -j "$(getconf _NPROCESSORS_ONLN)" || {
    why 'error:|Error '
    die "librdkafka did not compile. All of it: $LOG"
  }
  mkdir -p "$WORK/pack"
  cp -L "$source/src/librdkafka.so.1" "$WORK/pack/librdkafka.so"
  logged strip "$WORK/pack/librdkafka.so"
}

pack() {
  # PackagePath ends in a slash, or NuGet makes a folder of the file's name.
  cat >"$WORK/pack/librdkafka.redist.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <PackageId>librdkafka.redist</PackageId>
    <Version>$VERSION</Version>
    <Authors>The librdkafka authors; packed on this machine by ./engagement</Authors>
    <Description>librdkafka $VERSION, built from source for $RID</Description>
    <IncludeBuildOutput>false</IncludeBuildOutput>
    <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
    <NoWarn>NU5128;NU5100</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <None Include="librdkafka.so" Pack="true" PackagePath="runtimes/$RID/native/" />
  </ItemGroup>
</Project>
PROJECT
  logged_in "$WORK/pack" dotnet pack librdkafka.redist.csproj -c Release -o "$WORK/packed" "${ALONE[@]}" || {
    why 'error '
    die "librdkafka could not be packed. All of it: $LOG"
  }
  mv "$WORK/packed/${PACKED##*/}" "$PACKED"
  say "Kafka: ready after $SECONDS s"
}

[[ -s $PACKED || $(cat "$ANSWER" 2>/dev/null) == held ]] && exit 0
need dotnet "the .NET SDK 10" "$DOTNET_HOW"
need_space 300 "$ENGAGEMENT_CACHE"
work_folder
# The cache may lie in the tree, whose props are not for these projects.
ALONE=(-p:ImportDirectoryBuildProps=false -p:ImportDirectoryBuildTargets=false -p:ImportDirectoryPackagesProps=false -nodeReuse:false)

if [[ ! -s $ANSWER ]]; then
  ask_registry >"$WORK/answer"
  mkdir -p "${ANSWER%/*}"
  mv "$WORK/answer" "$ANSWER"
fi
[[ $(cat "$ANSWER") == held ]] && exit 0
build
pack
