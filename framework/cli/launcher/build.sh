# Builds the program. `assay` reads this file when it has to; fail, remember and is_fresh stand there.
# shellcheck shell=sh disable=SC2154

# Builds, unless another call does so meanwhile. Sets class_path.
build() {
  log=$cache/build.log
  quiet=
  for argument; do
    [ "$argument" != --quiet ] || quiet=yes
  done
  case $root in
    *:*) fail "a class path cannot hold the project's folder, $root: rename it, without the colon" ;;
  esac
  jdk=${java%/bin/java}
  [ -x "$jdk/bin/javac" ] ||
    fail "$jdk has no compiler, and Assay has to be built: install a JDK, such as Debian's openjdk-17-jdk-headless, or set JAVA_HOME to one"
  why=$(LC_ALL=C mkdir -p "$cache/jars" 2>&1) || cannot_write "$why"
  lock
  if ! is_fresh; then
    run_maven
    keep_jars || disk_is_full
    # What was made of other classes is of no use, and find_archive makes another.
    rm -f "$cache"/classes-*
    note "built (${state%%;*})"
  fi
  unlock
}

note() {
  [ -n "$quiet" ] || printf 'assay: %s\n' "$1" >&2
}

# --- one at a time ---------------------------------------------------------------------------------

# A folder is the lock, since to make one is atomic everywhere. It says for which processes it
# stands; Maven's is one of them, for it goes on when this one is killed.
lock() {
  place=$(place) waiting='' last_beat='' silence=0
  until why=$(LC_ALL=C mkdir "$cache/lock" 2>&1); do
    case $why in *"File exists"*) ;; *) cannot_write "$why" ;; esac
    if lock_is_dead && break_lock; then
      continue
    fi
    [ -n "$waiting" ] || note "another call is building; waiting for it (if there is none, remove $cache/lock)"
    waiting=yes
    sleep 1
  done
  trap 'rm -rf "$cache/lock"' EXIT
  trap 'stop INT' INT
  trap 'stop TERM' TERM
  trap 'stop HUP' HUP
  write_lock "$$"
}

# Where the number of a process means the same: this machine since its start, this container.
place() {
  {
    uname -n
    cat /proc/sys/kernel/random/boot_id || sysctl -n kern.boottime
    readlink /proc/self/ns/pid
  } 2>/dev/null | tr -dc '[:alnum:]'
}

write_lock() {
  printf '%s %s\n' "$place" "$1" >"$cache/lock/owner.new" && mv -f "$cache/lock/owner.new" "$cache/lock/owner"
} 2>/dev/null

# Whether nobody builds any more. The processes of another place cannot be seen: its lock is dead
# when its beat has stopped.
lock_is_dead() {
  owner='' processes='' beat=''
  read -r owner processes <"$cache/lock/owner"
  if [ "$owner" = "$place" ]; then
    for process in $processes; do
      ! kill -0 "$process" || return 1
    done
    return 0
  fi
  read -r beat <"$cache/lock/beat"
  [ "$beat" = "$last_beat" ] || silence=0
  last_beat=$beat
  silence=$((silence + 1))
  [ "$silence" -gt 30 ]
} 2>/dev/null

# Of several calls that find a dead lock, one takes it away.
break_lock() {
  mkdir "$cache/lock/breaking" || return 1
  if lock_is_dead; then
    mv "$cache/lock" "$cache/lock.$$" && rm -rf "$cache/lock.$$"
  else
    # Another call broke it before, and this is that call's own.
    rmdir "$cache/lock/breaking"
    return 1
  fi
} 2>/dev/null

unlock() {
  rm -rf "$cache/lock"
  trap - EXIT INT TERM HUP
}

# A signal came: ends what was begun, then itself as the signal would have.
stop() {
  trap '' INT TERM HUP
  # shellcheck disable=SC2086 # two numbers, one or none
  kill ${maven-} ${ticker-} 2>/dev/null
  wait
  clear_line
  unlock
  kill -s "$1" "$$"
}

# --- Maven -----------------------------------------------------------------------------------------

run_maven() {
  note "building: $(reason); the log is $log"
  started=$(date +%s)
  forget_stale
  why=$( (true >"$cache/started" && true >"$log") 2>&1) || cannot_write "$why"
  maven >"$log" 2>&1 </dev/null &
  maven=$!
  write_lock "$$ $maven"
  tick &
  ticker=$!
  wait "$maven" 2>/dev/null
  status=$?
  maven=
  kill "$ticker" 2>/dev/null
  wait "$ticker" 2>/dev/null
  ticker=
  clear_line
  state=$(state)
  plain=$(tr '\r' '\n' <"$log" | LC_ALL=C sed -e '/^Progress (/d' -e '/^ *$/d')
  printf '%s\n' "$plain" 2>/dev/null >"$log"
  [ "$status" -eq 0 ] || diagnose
}

# Takes away what was compiled from other sources. Maven would compare times: it misses a source that
# came with an old one, a resource that went away, and a class that a killed build left half written.
# What belongs to tests stays, with Maven's notes on it: somebody may be running them.
forget_stale() {
  case $changed in
    '' | *pom.xml*) all=yes ;;
    *) all= ;;
  esac
  [ ! -e "$cache/started" ] || all=yes
  for target in "$root"/*/*/target; do
    module=${target%/target}
    case $all$changed in
      yes* | *"${module#"$root"/}/"*)
        rm -rf "$target/classes" "$target/maven-status/maven-compiler-plugin/compile" "$target"/*.jar
        ;;
    esac
  done
}

maven() {
  cd "$root" || exit
  export JAVA_HOME="$jdk" MAVEN_BASEDIR="$root"
  # A build is too short for the JVM's best code to pay.
  export MAVEN_OPTS="${MAVEN_OPTS--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}"
  # Where the wrapper unpacks Maven: near its place, so that it gets there in one step or not at all.
  TMPDIR=$(maven_home)/wrapper
  mkdir -p "$TMPDIR"
  export TMPDIR
  # Messages in English, for diagnose; the letters of names as they are.
  export LC_CTYPE="${LC_ALL:-${LC_CTYPE:-${LANG-}}}" LC_MESSAGES=C
  unset LC_ALL
  # No -B, so that the log tells of downloads while they last; -U, so that no failure is remembered.
  exec sh ./mvnw -U -Dstyle.color=never -Dassay.quick -Dmaven.test.skip=true -pl framework/cli -am package
}

maven_home() {
  printf '%s\n' "${MAVEN_USER_HOME:-${HOME-}/.m2}"
}

reason() {
  if [ -z "$built_in" ]; then
    echo "this is the first use"
  elif [ "$built_in" != "$root" ]; then
    echo "the project's folder has moved"
  elif [ "$built_with" != "${MAVEN_ARGS-}" ]; then
    echo "MAVEN_ARGS has changed"
  elif [ ! -f "$jar" ]; then
    echo "${jar##*/} is gone"
  else
    echo "sources have changed"
  fi
}

# --- progress --------------------------------------------------------------------------------------

# Tells every second how it goes: on a terminal in one line that is written again and again,
# elsewhere in a line now and then. Beats for the lock.
tick() {
  seconds=0 width=$(columns)
  [ "${width:-0}" -gt 20 ] || width=80
  while kill -0 "$$" 2>/dev/null; do
    { echo "$seconds" >"$cache/lock/beat"; } 2>/dev/null
    if [ -n "$quiet" ]; then
      :
    elif [ -t 2 ]; then
      printf "\r%.$((width - 1))s\033[K" "assay: building, $(state)" >&2
    elif [ $((seconds % 15)) -eq 14 ]; then
      note "building, $(state)"
    fi
    # With our output it would hold a reader's pipe open after the end.
    sleep 1 >/dev/null 2>&1
    seconds=$((seconds + 1))
  done
}

clear_line() {
  [ -n "$quiet" ] || [ ! -t 2 ] || printf '\r\033[K' >&2
}

# `10 s, 57 MB downloaded; downloading nd4j-api-1.0.0-M2.1.jar`
state() {
  tr '\r' '\n' <"$log" | LC_ALL=C awk -v seconds=$(($(date +%s) - started)) '
    function bytes(number, unit) {
      return number * (unit ~ /^GB/ ? 1e9 : unit ~ /^MB/ ? 1e6 : unit ~ /^kB/ ? 1e3 : 1)
    }
    /^Downloading from / { doing = "downloading " substr($NF, match($NF, "[^/]*$")) }
    /^Progress \(/ {
      flying = 0
      for (i = 4; i <= NF; i++)
        if ($i ~ /^[kMG]?B$/) { split($(i - 1), part, "/"); flying += bytes(part[1], $i) }
    }
    /^Downloaded from / {
      size = bytes(substr($(NF - 4), 2), $(NF - 3))
      done += size
      flying = flying > size ? flying - size : 0
    }
    / Building Assay / { module = $0; sub(".* Building ", "", module); sub(" [0-9].*", "", module) }
    / Compiling [0-9]+ source/ { doing = "compiling " module }
    END {
      if (!doing) doing = "preparing Maven"
      if (done + flying >= 5e5) loaded = sprintf(", %.0f MB downloaded", (done + flying) / 1e6)
      printf "%d s%s; %s\n", seconds, loaded, doing
    }'
}

# --- what comes of it ------------------------------------------------------------------------------

# Our own jars, under names that tell their content: a later build leaves alone what a program runs
# from, and the same content has the same class path. Sets class_path; false if the disk is full.
keep_jars() {
  retired=$class_path sources=pom.xml class_path=
  compiled=$(cat "$root/framework/cli/target/classpath")
  version=${compiled#*/assay-engine-}
  compiled=$root/framework/cli/target/assay-cli-${version%%.jar*}.jar:$compiled
  set -f
  IFS=:
  for jar in $compiled; do
    case $jar in
      "$root"/*/target/*.jar)
        module=${jar%/target/*}
        module=${module#"$root"/}
        sources="$sources $module/pom.xml $module/src/main"
        keep "$jar" || return 1
        jar=$kept
        ;;
    esac
    class_path=${class_path:+$class_path:}$jar
  done
  # A program that started from them may need them for days: its age is counted from now.
  for jar in $retired; do
    case :$class_path: in *":$jar:"*) ;; *) touch -c "$jar" 2>/dev/null ;; esac
  done
  unset IFS
  set +f
  find "$cache/jars" -type f -mtime +30 | while IFS= read -r jar; do
    case :$class_path: in *":$jar:"*) ;; *) rm -f "$jar" ;; esac
  done
  built_in=$root built_with=${MAVEN_ARGS-}
  remember "$cache/build.new" built_in built_with sources class_path || return 1
  # As old as the build's start: what was changed while it ran counts as changed.
  touch -r "$cache/started" "$cache/build.new" && mv -f "$cache/build.new" "$cache/build"
  rm -f "$cache/started"
}

keep() {
  sum=$(cksum <"$1")
  kept=${1##*/}
  kept=$cache/jars/${kept%.jar}-${sum%% *}.jar
  cmp -s "$1" "$kept" && return
  cp "$1" "$kept.$$" && mv -f "$kept.$$" "$kept" && return
  rm -f "$kept.$$"
  return 1
} 2>/dev/null

# --- when it fails ---------------------------------------------------------------------------------

cannot_write() {
  case $1 in
    *"space left"* | *quota*) disk_is_full ;;
    *) fail "$cache cannot be written to (${1##*: }), and Assay builds itself there: make the project's folder writable, or copy it to one of your own" ;;
  esac
}

disk_is_full() {
  least_space
  fail "the disk of $tightest is full, or nearly ($space MB left): make room for about 700 MB, and call again"
}

# Of the folders that a build writes to, the one on the fullest disk. Sets tightest and space.
least_space() {
  space=
  for folder in "$root" "$(maven_home)" "${TMPDIR:-/tmp}"; do
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    left=$(df -Pk "$folder" | LC_ALL=C awk '{ for (i = 2; i <= NF; i++) if ($i ~ /^[0-9]+%$/) print int($(i - 1) / 1024) }')
    if [ -z "$space" ] || [ "${left:-1000000}" -lt "$space" ]; then
      space=${left:-1000000} tightest=$folder
    fi
  done
}

# Tells in one sentence why Maven failed.
diagnose() {
  least_space
  if [ "$space" -lt 2 ] || says 'No space left on device|Disk quota exceeded'; then
    disk_is_full
  fi
  # The wrapper keeps quiet about what happened to its download, and takes away what it has of it.
  if [ "$space" -lt 50 ] && says 'Failed to fetch|failed to unzip|failed to untar'; then
    disk_is_full
  fi
  unreachable='Could not transfer|Failed to fetch|Unknown host|UnknownHostException|Network is unreachable'
  if says "$unreachable"; then
    host=$(first "$unreachable" | sed -n 's|.*\(https*://[^/ ]*\)/.*|\1|p')
    fail "${host:-the repository of libraries} cannot be reached, and the build lacks files from there: go online, or name a proxy or a mirror in Maven's settings.xml, and call again; what has arrived is kept (log: $log)"
  fi
  forbidden='Permission denied|Read-only file system|AccessDenied|Could not create local repository'
  if says "$forbidden"; then
    fail "the build cannot write a file: $(first "$forbidden") (log: $log)"
  fi
  if says 'COMPILATION ERROR'; then
    rm -f "$cache/started" # it came to its end; the next try may keep what is compiled
    fail "the sources do not compile: $(first '\.java:\[') (log: $log)"
  fi
  [ "$status" -le 128 ] || fail "the build was killed by signal $((status - 128)) (log: $log)"
  why=$(first '\[ERROR\]')
  # A full disk takes no complaint about itself, and room may be there again.
  [ -n "$why" ] || [ "$space" -gt 100 ] || disk_is_full
  fail "the build failed: ${why:-$(tail -n 1 "$log")} (log: $log)"
}

# Whether the log has a line that fits.
says() {
  LC_ALL=C grep -q -E -e "$1" "$log"
}

# The log's first line that fits, without its mark.
first() {
  line=$(LC_ALL=C grep -E -e "$1" "$log" | head -n 1)
  line=${line#"[ERROR] "}
  printf '%s\n' "${line#"$root"/}"
}
