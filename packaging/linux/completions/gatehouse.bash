# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for gatehouse(1)

_gatehouse() {
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
        --host | --port)
            return
            ;;
    esac
    $split && return
    COMPREPLY=($(compgen -W '--config --data-dir --host --port --demo --log-level --log-format --hidden
        --version --help' -- "$cur"))
} && complete -F _gatehouse gatehouse
