// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_menu.h"

#include "ui/requests/record_text.h"
#include "ui/requests/requests_filter.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

//! Whose text this is, for translators.
struct RequestMenuWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::RequestMenu)
};

//! A name from outside as it is shown in a menu.
QString named(const QString &text)
{
    return oneLine(text, 48).replace(u'&', u"&&"_s);
}

void addFilter(QMenu &menu, const QString &text, const QString &value, const RequestMenuCalls &calls,
               const RequestsFilter &filter)
{
    QAction *action = menu.addAction(value.isEmpty() ? text.arg(noValue()) : text.arg(named(value)));
    action->setEnabled(!value.isEmpty());
    QObject::connect(action, &QAction::triggered, &menu, [apply = calls.filter, filter] { apply(filter); });
}

} // namespace

void fillRequestMenu(QMenu &menu, const UsageRecord &record, const RequestsFilter &filter,
                     const RequestMenuCalls &calls)
{
    const QString id = QString::fromUtf8(record.requestId);
    menu.addAction(RequestMenuWords::tr("Copy request &id"), &menu,
                   [id] { QGuiApplication::clipboard()->setText(id); });
    menu.addAction(RequestMenuWords::tr("&Copy details as text"), &menu, calls.copyDetails);
    menu.addSeparator();
    RequestsFilter next = filter;
    next.provider = record.provider;
    addFilter(menu, RequestMenuWords::tr("Show only the &provider %1"), record.provider, calls, next);
    next = filter;
    next.model = QString::fromUtf8(record.model);
    addFilter(menu, RequestMenuWords::tr("Show only the &model %1"), *next.model, calls, next);
    next = filter;
    next.caller = callerOf(record);
    addFilter(menu, RequestMenuWords::tr("Show only the c&aller %1"), *next.caller, calls, next);
    if (!calls.resend)
        return;
    menu.addSeparator();
    menu.addAction(RequestMenuWords::tr("&Send again…"), &menu, calls.resend);
    menu.addAction(RequestMenuWords::tr("&Forget bodies"), &menu, calls.forget);
}

} // namespace gatehouse
