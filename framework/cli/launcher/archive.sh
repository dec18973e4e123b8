# Makes the archive of classes. `assay`, its build and its installation read this file;
# java, java_options, class_path, archive and root stand there.
# shellcheck shell=sh disable=SC2154

# Checks two files, one of them full of mistakes, and keeps the classes that it took. An archive that
# cannot be made is an empty file, so that nobody tries again with each call.
make_archive() {
  new=$archive.$$
  (
    # Whatever the user wants of the JVM, the archive is to be the same.
    unset JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS
    # shellcheck disable=SC2086 # several options
    exec "$java" $java_options -XX:+UseSerialGC -XX:ArchiveClassesAtExit="$new" -cp "$class_path" \
      dev.assay.cli.Main check "$root/framework/cli/launcher/classes"
  ) </dev/null >/dev/null 2>&1
  if [ ! -s "$new" ] || ! mv -f "$new" "$archive"; then
    rm -f "$new"
    : >"$archive"
  fi
  # Whatever changes the archive from now on, its time tells.
  : >"$archive.made"
}
