# Completion of reporttui for bash. Written by `reporttui completion bash`; save it as
# ~/.local/share/bash-completion/completions/reporttui, or put into ~/.bashrc:
#   eval "$(reporttui completion bash)"
_reporttui() {
    local rest=$COMP_LINE words=() last=-1 word line first=1 files= shown=() mark
    # bash splits words at : and =, which the program does not.
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if ((last < 0)) || [[ $rest == [[:space:]]* ]]; then
            words[++last]=$word
        else
            words[last]+=$word
        fi
        rest=${rest#"${rest%%[![:space:]]*}"}
        rest=${rest#"$word"}
    done
    for ((mark = 1; mark < last; mark++)); do
        words[mark]=${words[mark]//[\'\"\\]/}
    done
    local typed=${words[last]#[\'\"]}
    local quote=${words[last]%"$typed"}
    # What readline leaves as it is: all before the last : or = outside of quotes.
    local kept=
    [[ -z $quote && $typed == *[:=]* && $COMP_WORDBREAKS == *[:=]* ]] && kept=${typed%"${typed##*[:=]}"}
    words[last]=$typed
    COMPREPLY=()
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        if [[ $first ]]; then
            first=
            [[ $word == files ]] && files=1
            continue
        fi
        [[ $word == *: ]] && compopt -o nospace 2>/dev/null
        shown+=("$word  ${line#*$'\t'}")
        word=${word#"$kept"}
        [[ -z $quote && $word == *[[:space:]\'\"\(\)\&\;\<\>\|\*\?\$\`\\]* ]] && printf -v word %q "$word"
        COMPREPLY+=("$word")
    done < <("$1" --complete "${words[@]:1}" 2>/dev/null)
    if [[ $files ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r word; do
            COMPREPLY+=("$word")
        done < <(compgen -f -- "$typed")
    elif ((COMP_TYPE == 63 && ${#COMPREPLY[@]} > 1)); then
        COMPREPLY=("${shown[@]}") # A list to look at: with what each means.
    fi
}
complete -o nosort -F _reporttui reporttui 2>/dev/null || complete -F _reporttui reporttui
