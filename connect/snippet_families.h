// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/snippets.h"

namespace gatehouse {

//! For programs with a window or a page of settings.
QList<Snippet> editorSnippets(const ConnectableApp &app, const Access &access);

//! For libraries, and for a shell.
QList<Snippet> codeSnippets(const ConnectableApp &app, const Access &access);

//! `export NAME=value` lines for a POSIX shell.
QString exports(const QList<QPair<QString, QString>> &variables);

} // namespace gatehouse
