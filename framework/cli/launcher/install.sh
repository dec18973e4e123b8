#!/bin/sh
# Copies the program into a folder of its own, which needs a Java 17 and neither sources nor Maven:
#
#   framework/cli/launcher/install.sh FOLDER     then: FOLDER/assay run experiment.yaml
#
# Its results go to results/ in the folder that it is called from, or in ASSAY_HOME.

set -eu
unset CDPATH
[ $# -eq 1 ] || {
  echo "usage: $0 FOLDER" >&2
  exit 2
}
root=$(cd -P -- "$(dirname -- "$0")/../../.." && pwd -P)
mkdir -p "$1/lib"
folder=$(cd -P -- "$1" && pwd -P)

"$root/assay" --version
# shellcheck source=/dev/null
. "$root/.cache/build"

rm -f "$folder"/lib/*
set -f
IFS=:
# shellcheck disable=SC2154 # the build's file sets it
for jar in $class_path; do
  name=${jar##*/}
  if [ -e "$folder/lib/$name" ]; then
    echo "two jars are called $name" >&2
    exit 1
  fi
  cp "$jar" "$folder/lib/$name"
  printf '%s\n' "$name" >>"$folder/lib/classpath"
done
cp "$root/assay" "$root/LICENSE" "$root/NOTICE" "$folder/"
