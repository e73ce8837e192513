# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what zsh offers at the end of a line: zsh -f complete.zsh FOLDER_OF_COMPLETIONS LINE
# It completes only where someone types: in a terminal of its own, where compadd prints what it is told.
zmodload zsh/zpty
settings=$(mktemp) && trap 'rm -f $settings' EXIT
cat >$settings <<SETTINGS
PROMPT=
fpath=(${(q)1} \$fpath)
SETTINGS
cat >>$settings <<'SETTINGS'
autoload compinit
compinit -D -u
bindkey '^M' undefined
bindkey '^J' undefined
bindkey '^I' complete-word
border() { print -rn -- $'\0\n' }
compprefuncs=(border)
comppostfuncs=(border exit)
zstyle ':completion:*' insert-tab false
compadd() {
    [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && { builtin compadd "$@"; return }
    local -a hits
    builtin compadd -A hits "$@"
    ((${#hits})) && print -rl -- $hits
    return 1
}
print ok
SETTINGS
zpty shell zsh -f -i
zpty -w shell "source $settings"
repeat 4; do
    zpty -r shell answer
    [[ $answer == ok* ]] && break
done
zpty -w -n shell "$2"$'\t'
integer inside=0
while zpty -r shell; do :; done | while IFS= read -r answer; do
    if [[ $answer == *$'\0'* ]]; then
        ((inside++)) && break
    elif ((inside)); then
        print -r -- ${answer%$'\r'}
    fi
done
zpty -d shell
