#compdef assay
# Completion for assay. To use it: source <(assay completion zsh)
_assay() {
  local -a keys verbs options names
  keys=(@KEYS@)
  verbs=(@VERBS@)
  options=(@OPTIONS@)
  names=(@WORDS@)
  local before=${words[CURRENT-1]} verb=${words[2]} word=${words[CURRENT]}
  if ((CURRENT == 2)); then
    compadd -- $verbs --help --version
  elif [[ $before == --set ]]; then
    case $word in
      '~'*) compset -P '~'; compadd -- $keys ;;
      +*) compset -P '+'; compadd -S = -- $keys ;;
      *) compadd -S = -- $keys ;;
    esac
  elif [[ $before == --format ]]; then
    compadd -- text json sarif
  elif [[ $before == --device ]]; then
    compadd -- auto cpu gpu
  elif [[ $word == -* ]]; then
    compadd -- $options
  elif [[ $verb == completion ]]; then
    compadd -- bash zsh fish
  else
    [[ $verb == explain ]] && compadd -- $names $keys
    _files
  fi
}
compdef _assay assay ./assay
