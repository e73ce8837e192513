// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/usage/usage_record.h"
#include "ui/context.h"
#include "ui/provider_field.h"
#include "ui/requests/explanation.h"
#include "ui/widgets/page.h"

#include <functional>

class QSplitter;

namespace gatehouse {

class FilterBar;
class Recording;
class RequestDetails;
class RequestsModel;
class RequestsView;
struct RecordedExchange;

//! The last requests as they come, with all about each, why it failed, and what can be done about it.
class RequestsPage final : public Page
{
    Q_OBJECT

public:
    explicit RequestsPage(const Context &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void editProviderRequested(const QString &provider, gatehouse::ProviderField field);
    void showRoutesRequested();
    //! An empty name: the clients in general.
    void editClientRequested(const QString &client);
    void settingsRequested();

private:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void makeParts();
    void connectParts();
    void load();
    void showCount();
    void onSelected();
    void shareRoom();
    //! \a whole: all of it that can be had.
    void showDetails(bool whole = true);
    //! Calls \a done with all about the request in \a row, if need be once the store has told it.
    void withWhole(int row, std::function<void(const UsageRecord &)> done);
    void showMenu(const QPoint &globalPosition);
    void copyDetails();
    void apply(const Explanation &explanation);
    void resend();
    const RecordedExchange *selectedBodies() const;

    Context m_context;
    Recording *m_recording;
    RequestsModel *m_model;
    FilterBar *m_filter;
    RequestsView *m_list;
    RequestDetails *m_details;
    QSplitter *m_splitter;
    bool m_asked = false; //!< for what the store has
};

} // namespace gatehouse
