// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/edit_dialog.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace gatehouse {

class Banner;
class PlainLabel;
class TargetsEditor;

//! Makes or edits a route, and saves it.
class RouteDialog final : public EditDialog
{
    Q_OBJECT

public:
    //! Edits the route \a edited; without one, makes a new route that begins as \a first.
    RouteDialog(const Context &context, const std::optional<Route> &edited, const Route &first = {},
                QWidget *parent = nullptr);

    //! Saves, and stays open with the reason when that cannot be done.
    void accept() override;
    bool isEdited() const override { return route() != m_start; }

Q_SIGNALS:
    //! A route of that name was saved.
    void saved(const QString &name);

private:
    void showPolicy();
    Policy policy() const;
    Route route() const;
    //! Whether this dialog may write, where the file's route is no longer the one it began with.
    bool mayOverwrite();
    void explain(const QList<Problem> &problems, qsizetype index);

    Context m_context;
    std::optional<Route> m_edited; //!< as it was when this began
    Route m_start;                 //!< as the fields had it
    Banner *m_banner;
    QLineEdit *m_name;
    QComboBox *m_policy;
    PlainLabel *m_meaning;
    TargetsEditor *m_targets;
};

} // namespace gatehouse
