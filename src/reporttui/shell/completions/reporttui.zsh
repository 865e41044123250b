#compdef reporttui
# Completion of reporttui for zsh. Written by `reporttui completion zsh`; save it as _reporttui in a
# folder of $fpath, or put into ~/.zshrc, behind compinit:
#   eval "$(reporttui completion zsh)"
_reporttui() {
    local -a lines found open shown shown_open
    local line word meaning
    lines=("${(@f)$("${(Q)words[1]}" --complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in "${(@)lines[2,-1]}"; do
        word=${line%%$'\t'*}
        meaning=${line#*$'\t'}
        if [[ $word == *: ]]; then
            open+=("$word")
            shown_open+=("$word${meaning:+  -- $meaning}")
        else
            found+=("$word")
            shown+=("$word${meaning:+  -- $meaning}")
        fi
    done
    compadd -V reporttui -l -d shown -- "${(@)found}"
    compadd -V reporttui-fields -S '' -l -d shown_open -- "${(@)open}"
    [[ $lines[1] == files ]] && _files
}
if [[ $funcstack[1] == _reporttui ]]; then
    _reporttui "$@"
else
    compdef _reporttui reporttui
fi
