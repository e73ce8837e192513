// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"
#include "ui/widgets/edit_dialog.h"

#include <optional>

class QLineEdit;

namespace gatehouse {

class AllowList;
class Banner;
class ClientBudgetForm;
class ClientLimitsForm;

//! Adds or edits a client, and saves it.
class ClientDialog final : public EditDialog
{
    Q_OBJECT

public:
    //! Without \a edited, a new client is made.
    ClientDialog(const Context &context, const std::optional<Client> &edited, QWidget *parent = nullptr);

    //! Saves, and stays open with the reason when that cannot be done.
    void accept() override;
    bool isEdited() const override { return client() != m_start; }

Q_SIGNALS:
    //! \a key is empty unless the client is new. It is kept nowhere.
    void saved(const QString &name, const QByteArray &key);

private:
    Client client() const;
    //! Whether this dialog may write, where the file's client is no longer the one it began with.
    bool mayOverwrite();
    void explain(const QList<Problem> &problems, qsizetype index);

    Context m_context;
    std::optional<Client> m_edited; //!< as it was when this began
    Client m_start;                 //!< as the fields had it
    Banner *m_banner;
    QLineEdit *m_name;
    AllowList *m_models;
    ClientLimitsForm *m_limits;
    ClientBudgetForm *m_budget;
};

} // namespace gatehouse
