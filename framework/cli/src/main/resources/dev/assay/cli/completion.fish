# Completion for assay. To use it: assay completion fish | source
set -g __assay_keys @KEYS@
function __assay_before
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[-1] = $argv[1]
end
complete -c assay -n __fish_use_subcommand -f -a '@VERBS@'
for option in @OPTIONS@
    complete -c assay -n 'not __fish_use_subcommand' -l (string replace -- -- '' $option)
end
complete -c assay -n '__assay_before --set' -f -a '(string replace -r \$ = $__assay_keys)'
complete -c assay -n '__assay_before --format' -f -a 'text json sarif'
complete -c assay -n '__assay_before --device' -f -a 'auto cpu gpu'
complete -c assay -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'
complete -c assay -n '__fish_seen_subcommand_from explain' -a '@WORDS@'
complete -c assay -n '__fish_seen_subcommand_from explain' -a '$__assay_keys'
