# Completion for assay. To use it: source <(assay completion bash)
_assay() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
  local keys="@KEYS@" verbs="@VERBS@" options="@OPTIONS@" words="@WORDS@"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$verbs --help --version" -- "$word"))
  elif [ "$before" = --set ]; then
    case $word in
      [~]*) COMPREPLY=($(compgen -P '~' -W "$keys" -- "${word#?}")) ;;
      +*) COMPREPLY=($(compgen -P + -S = -W "$keys" -- "${word#?}")) ;;
      *) COMPREPLY=($(compgen -S = -W "$keys" -- "$word")) ;;
    esac
    compopt -o nospace
  elif [ "$before" = --format ]; then
    COMPREPLY=($(compgen -W "text json sarif" -- "$word"))
  elif [ "$before" = --device ]; then
    COMPREPLY=($(compgen -W "auto cpu gpu" -- "$word"))
  elif [ "${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [ "$verb" = completion ]; then
    COMPREPLY=($(compgen -W "bash zsh fish" -- "$word"))
  else
    [ "$verb" = explain ] && COMPREPLY=($(compgen -W "$words $keys" -- "$word"))
    COMPREPLY+=($(compgen -f -- "$word"))
    compopt -o filenames
  fi
}
complete -F _assay assay ./assay
