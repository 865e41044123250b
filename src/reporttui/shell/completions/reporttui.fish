# Completion of reporttui for fish. Written by `reporttui completion fish`; save it as
# ~/.config/fish/completions/reporttui.fish.
function __reporttui_candidates
    set -l tokens (commandline -opc)
    set -l typed (commandline -ct | string replace -r '^[\'"]' '')
    set -l lines ($tokens[1] --complete $tokens[2..] "$typed" 2>/dev/null)
    printf '%s\n' $lines[2..]
    if test "$lines[1]" = files
        __fish_complete_path "$typed"
    end
end
complete -c reporttui -f -k -a '(__reporttui_candidates)'
