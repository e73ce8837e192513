# SPDX-License-Identifier: GPL-3.0-or-later
complete -c gatehouse -f
complete -c gatehouse -l config -rF -d 'The configuration'
complete -c gatehouse -l data-dir -xa '(__fish_complete_directories)' -d 'Where usage, logs and the lock are kept'
complete -c gatehouse -l host -x -d 'Listen on this address instead of the configured one'
complete -c gatehouse -l port -x -d 'Listen on this port instead of the configured one'
complete -c gatehouse -l demo -d 'Add the built-in provider demo'
complete -c gatehouse -l log-level -xa 'error warn info debug' -d 'How much is logged'
complete -c gatehouse -l log-format -xa 'text json' -d 'The form of the log'
complete -c gatehouse -l hidden -d 'Start in the tray, without a window'
complete -c gatehouse -l version -d 'Print the version'
complete -c gatehouse -l help -d 'Print a summary'
