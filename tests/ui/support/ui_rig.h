// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/gateway.h"
#include "tests/ui/support/fake_program.h"
#include "tests/ui/support/fake_usage.h"
#include "tests/ui/support/memory_secret_store.h"
#include "ui/context.h"
#include "ui/draft.h"
#include "ui/live_status.h"
#include "ui/today/usage_today.h"

#include <QList>

namespace gatehouse {

//! All that a page needs: a draft whose saves stay in memory, a keychain, a gateway that is not started.
struct UiRig
{
    UiRig();

    //! Begins with \a config, as if it stood in the file.
    void load(const Config &config, const QByteArray &dotEnv = {});

    QList<Config> saved;  //!< every configuration that was written, in order
    QString writeProblem; //!< why writing fails; empty: it does not
    MemorySecretStore secrets;
    FakeProgram program;
    FakeUsage usage;
    FakeUsage daily; //!< what `today` asks: apart, so that a page's questions can be counted
    Gateway gateway;
    UsageToday today;
    Draft draft;
    LiveStatus status;
    Context context;
};

//! An OpenAI-style provider with two models and the key reference `${NAME_KEY}`.
Provider someProvider(const QString &id, const QString &name);

} // namespace gatehouse
