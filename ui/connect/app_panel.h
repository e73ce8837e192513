// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/snippets.h"
#include "gateway/config/config.h"
#include "ui/connect/apps_model.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace gatehouse {

class AccessForm;
class PlainLabel;

//! One application: how it stands, what can be done, and its settings to be copied.
class AppPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AppPanel(QWidget *parent = nullptr);

    //! Shows another application.
    void begin(const AppsModel::Row &row, const Config &config, const QString &url);
    //! The same application, as it stands now.
    void refresh(const AppsModel::Row &row, const Config &config, const QString &url);
    void setKey(const QString &key);
    void forgetKey();
    Access access() const;

Q_SIGNALS:
    void setUpRequested();
    void undoRequested();
    void keyRequested();

private:
    QString stateText() const;
    void showState();
    QList<Snippet> snippets() const;
    //! What stands above them; may be empty.
    QString snippetsNote() const;
    void showSnippets();

    AppsModel::Row m_row;
    QString m_url;
    bool m_needsKey = false;
    PlainLabel *m_name;
    PlainLabel *m_state;
    PlainLabel *m_file;
    QPushButton *m_setUp;
    QPushButton *m_undo;
    AccessForm *m_form;
    QVBoxLayout *m_place;
    QWidget *m_snippets = nullptr;
    QStringList m_said; //!< what is in it
};

} // namespace gatehouse
