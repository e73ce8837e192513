# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for gatehoused(1)

# Prints the words of the command line that are neither options nor their values, without the one being written.
_gatehoused_words() {
    local i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
            --config | --data-dir | --host | --port | --log-level | --log-format | --since | --by | --model) ((i++)) ;;
            --*) ;;
            *) printf '%s ' "${words[i]}" ;;
        esac
    done
}

_gatehoused() {
    local cur prev words cword split
    _init_completion -s || return
    case $prev in
        --config)
            _filedir json
            return
            ;;
        --data-dir)
            _filedir -d
            return
            ;;
        --log-level)
            COMPREPLY=($(compgen -W 'error warn info debug' -- "$cur"))
            return
            ;;
        --log-format)
            COMPREPLY=($(compgen -W 'text json' -- "$cur"))
            return
            ;;
        --by)
            COMPREPLY=($(compgen -W 'model provider client day hour' -- "$cur"))
            return
            ;;
        --since)
            COMPREPLY=($(compgen -W 'today 7d 30d 24h' -- "$cur"))
            return
            ;;
        --host | --port | --model)
            return
            ;;
    esac
    $split && return

    local options='--config --data-dir --host --port --demo --log-level --log-format' choices=
    case $(_gatehoused_words) in
        '')
            choices='key client usage connect export import'
            options+=' --check-config --version --help'
            ;;
        'key ') choices='set list remove' ;;
        'client ') choices='add' ;;
        'usage ') options+=' --since --by --json --csv' ;;
        'connect '*)
            options+=' --model --undo --dry-run --yes'
            [[ $(_gatehoused_words) == 'connect ' ]] && choices='claude-code codex gemini-cli opencode aider
                continue zed cline open-webui jetbrains cursor openai-python openai-node anthropic-python
                anthropic-node langchain vercel-ai curl'
            ;;
        'export '*)
            options+=' --without-clients'
            [[ $cur == -* ]] || _filedir json
            ;;
        'import '*)
            options+=' --replace --dry-run --yes'
            [[ $cur == -* ]] || _filedir '@(json|yaml|yml)'
            ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ $choices ]]; then
        COMPREPLY=($(compgen -W "$choices" -- "$cur"))
    fi
} && complete -F _gatehoused gatehoused
