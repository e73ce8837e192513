// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/explanation.h"

#include <QCoreApplication>

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct ExplanationWords
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
        return ExplanationWords::tr("&Edit key…");
    case Remedy::EditAddress:
        return ExplanationWords::tr("&Edit address…");
    case Remedy::EditLimits:
        return ExplanationWords::tr("&Edit limits…");
    case Remedy::RaiseTimeout:
        return ExplanationWords::tr("Rais&e time-out…");
    case Remedy::OpenProxySettings:
        return ExplanationWords::tr("Op&en proxy settings…");
    case Remedy::TryProviderNow:
        return ExplanationWords::tr("L&et it be tried now");
    case Remedy::PickModel:
        return ExplanationWords::tr("S&ee models and routes");
    case Remedy::LowerPrompt:
        return ExplanationWords::tr("How to short&en the prompt");
    case Remedy::EditClient:
        return ExplanationWords::tr("S&ee clients");
    case Remedy::EditBudget:
        return ExplanationWords::tr("&Edit budget…");
    case Remedy::OpenSettings:
        return ExplanationWords::tr("Op&en settings");
    }
    return {};
}

} // namespace gatehouse
