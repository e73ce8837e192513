// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/dialect/dialects.h"

#include <QString>

//! Adds a row for each file below `tests/data/<folder>/` to the current test's data: the column `file`.
void addGoldenRows(const QString &folder);

//! Runs what is recorded in \a file through \a client and \a provider, and returns the first difference,
//! empty if there is none. JSON is compared value by value, keys in order. A stream is also replayed cut in
//! two at every byte, byte by byte, with CRLF and with comments in between; all must give the same. With
//! GATEHOUSE_GOLDEN_FILL=1 in the environment, sections that are there but empty are filled with what came
//! out, to be read by a person.
QString goldenProblem(const QString &file, const gatehouse::ClientDialect &client,
                      const gatehouse::ProviderDialect &provider);

//! The same with the dialects that the settings `client` and `provider` name (`chat`, `responses`,
//! `messages`, `gemini`; `openai`, `anthropic`, `gemini`, `azure-openai`), else the folder's name:
//! `messages-openai`.
QString goldenProblem(const QString &file);
