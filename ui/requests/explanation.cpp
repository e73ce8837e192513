// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/explanation.h"

#include <QCoreApplication>

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::Explanation)
};

} // namespace

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::EditKey:
        return Words::tr("&Edit key…");
    case Remedy::EditAddress:
        return Words::tr("&Edit address…");
    case Remedy::EditLimits:
        return Words::tr("&Edit limits…");
    case Remedy::RaiseTimeout:
        return Words::tr("Rais&e time-out…");
    case Remedy::OpenProxySettings:
        return Words::tr("Op&en proxy settings…");
    case Remedy::TryProviderNow:
        return Words::tr("L&et it be tried now");
    case Remedy::PickModel:
        return Words::tr("S&ee models and routes");
    case Remedy::LowerPrompt:
        return Words::tr("How to short&en the prompt");
    case Remedy::EditClient:
        return Words::tr("S&ee clients");
    case Remedy::EditBudget:
        return Words::tr("&Edit budget…");
    case Remedy::OpenSettings:
        return Words::tr("Op&en settings");
    }
    return {};
}

} // namespace gatehouse
