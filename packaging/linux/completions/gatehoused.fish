# SPDX-License-Identifier: GPL-3.0-or-later
set -l commands key client usage connect export import
set -l apps claude-code codex gemini-cli opencode aider continue zed cline open-webui jetbrains cursor openai-python \
    openai-node anthropic-python anthropic-node langchain vercel-ai curl
set -l none "not __fish_seen_subcommand_from $commands"
set -l key '__fish_seen_subcommand_from key; and not __fish_seen_subcommand_from set list remove'
set -l client '__fish_seen_subcommand_from client; and not __fish_seen_subcommand_from add'
set -l connect "__fish_seen_subcommand_from connect; and not __fish_seen_subcommand_from $apps"

complete -c gatehoused -f
complete -c gatehoused -l config -rF -d 'The configuration'
complete -c gatehoused -l data-dir -xa '(__fish_complete_directories)' -d 'Where usage, logs and the lock are kept'
complete -c gatehoused -l host -x -d 'Listen on this address instead of the configured one'
complete -c gatehoused -l port -x -d 'Listen on this port instead of the configured one'
complete -c gatehoused -l demo -d 'Add the built-in provider demo'
complete -c gatehoused -l log-level -xa 'error warn info debug' -d 'How much is logged'
complete -c gatehoused -l log-format -xa 'text json' -d 'The form of the log'
complete -c gatehoused -n $none -l check-config -d 'Print every problem of the configuration'
complete -c gatehoused -n $none -l version -d 'Print the version'
complete -c gatehoused -n $none -l help -d 'Print a summary'

complete -c gatehoused -n $none -a key -d 'Store, show and remove the keys of providers'
complete -c gatehoused -n $key -a set -d 'Read a key from standard input and store it'
complete -c gatehoused -n $key -a list -d 'Show where each key comes from'
complete -c gatehoused -n $key -a remove -d 'Take a key out of the keychain'

complete -c gatehoused -n $none -a client -d 'Make a key for an application'
complete -c gatehoused -n $client -a add -d 'Make a key and print it once'

complete -c gatehoused -n $none -a usage -d 'Print requests, tokens and cost'
complete -c gatehoused -n '__fish_seen_subcommand_from usage' -l since -xa 'today 7d 30d 24h' -d 'The beginning'
complete -c gatehoused -n '__fish_seen_subcommand_from usage' -l by -xa 'model provider client day hour' \
    -d 'What to add up by'
complete -c gatehoused -n '__fish_seen_subcommand_from usage' -l json -d 'As JSON'
complete -c gatehoused -n '__fish_seen_subcommand_from usage' -l csv -d 'As CSV'

complete -c gatehoused -n $none -a connect -d 'Set up an application'
complete -c gatehoused -n $connect -a "$apps"
complete -c gatehoused -n '__fish_seen_subcommand_from connect' -l model -x -d 'The model to ask for'
complete -c gatehoused -n '__fish_seen_subcommand_from connect' -l undo -d 'Put back what was there before'

complete -c gatehoused -n $none -a export -d 'Write the configuration without secrets'
complete -c gatehoused -n '__fish_seen_subcommand_from export' -F -l without-clients -d 'Leave out the clients'

complete -c gatehoused -n $none -a import -d 'Merge a configuration into this one'
complete -c gatehoused -n '__fish_seen_subcommand_from import' -F -l replace -d 'Put it in place of the configuration'

complete -c gatehoused -n '__fish_seen_subcommand_from connect import' -l dry-run -d 'Only show what would change'
complete -c gatehoused -n '__fish_seen_subcommand_from connect import' -l yes -d 'Do not ask'
