// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_text.h"

#include "app/paths.h"

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr auto daemonUsage =
    R"(gatehoused: a local gateway from AI applications to LLM providers, without a window.

Usage: gatehoused [options]                      serve until SIGTERM or Ctrl-C
       gatehoused [options] --check-config       print every problem of the configuration
       gatehoused [options] key set PROVIDER[/N] store a provider's key, read from standard input
       gatehoused [options] key list             show where each key comes from, never the key
       gatehoused [options] key remove PROVIDER[/N]
       gatehoused [options] client add NAME      make a key for an application that calls the gateway
       gatehoused [options] export [FILE] [--without-clients]
                                                 write the configuration for another machine, without secrets
       gatehoused [options] import FILE [--replace] [--dry-run] [--yes]
                                                 take over an export, or another gateway's configuration
       gatehoused [options] connect [APP] [--model M] [--undo] [--dry-run] [--yes]
                                                 set an application up to ask the gateway, or put it back
       gatehoused [options] usage [--since 7d] [--by model] [--json|--csv]
                                                 requests, tokens and cost, as the window shows them

)"_L1;

constexpr auto trayUsage = R"(gatehouse: a local gateway from AI applications to LLM providers, in the tray.

Usage: gatehouse [options]

)"_L1;

constexpr auto sharedOptions = R"(Options:
  --config FILE       the configuration
                      (else %1)
  --data-dir DIR      where usage, logs and the lock are kept
                      (else %2)
  --host H            listen on this address instead of the configured one
  --port N            listen on this port instead of the configured one; 0 takes any free port
  --demo              add the built-in provider 'demo', which needs no key and no network
  --log-level L       error, warn, info (the usual one) or debug
  --log-format F      text (the usual one) or json, one object a line
  --version           print the version
  --help              print this
)"_L1;

constexpr auto trayOptions = R"(  --hidden            start in the tray, without a window
)"_L1;

constexpr auto trayNotes = R"(
A second start shows the window of the first. Without a tray the window opens, --hidden or not. It needs a
display; gatehoused does the same without one, and has the commands for keys and clients.

Exit codes: 0 ended normally, 2 bad arguments, 1 anything else, such as no display.
)"_L1;

constexpr auto daemonNotes = R"(
usage: --since takes today, a number of days (7d: today and the six before) or hours (24h), or a date
(2026-11-01); --by takes model, provider, client, day or hour.

export: FILE missing or - is standard output. References to keys leave, keys never do; what was taken out is
said on standard error. Clients leave with the hashes of their keys unless --without-clients is given.

import: FILE is a config.json of Gatehouse, config/models.json of the Node gateway (with its .env), or LiteLLM's
config.yaml. It shows what would change, new hosts first (! = a key could go there), and asks on a terminal
unless --yes is given; without a terminal, another gateway's file needs it. --dry-run only shows. Usually the
file is merged: of what both have, the imported one stands, of another gateway's file what it can say.
--replace takes the present providers and routes away. Keys go into the keychain; where one cannot be stored,
it says how to set it and exits with 1.

connect: without APP, lists the applications. One that has a file of settings is set up after the
difference was shown; of another, its settings are printed. --dry-run only shows.

N in PROVIDER[/N] counts a provider's keys from 1; without it, the first is meant.

Examples:
  gatehoused --demo
  printf %s "$KEY" | gatehoused key set openai
  gatehoused connect claude-code --model smart
  gatehoused usage --since 30d --by provider
  gatehoused import --dry-run litellm/config.yaml
  gatehoused --config ./config.json --port 0 --log-format json

Once it listens, it prints one line on standard output, such as
  {"event":"listening","url":"http://127.0.0.1:1337"}
and logs on standard error and in the data directory. SIGHUP reads the configuration again, as a
saved change does by itself; SIGTERM lets running requests finish for up to 10 seconds.

Exit codes: 0 ended normally, 2 bad arguments or configuration, 3 the port is taken, 1 anything else.
)"_L1;

} // namespace

QString helpText(ProgramKind program)
{
    const Paths usual = pathsFor({});
    const QString options = QString(sharedOptions).arg(usual.config, usual.dataDir);
    if (program == ProgramKind::Tray)
        return trayUsage + options + trayOptions + trayNotes;
    return daemonUsage + options + daemonNotes;
}

} // namespace gatehouse
