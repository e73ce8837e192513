// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "ui/providers/provider_probe.h"

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace gatehouse {

class ModelTable;
class PlainLabel;

//! Which of a provider's models apps can ask for, and under which other names.
class ModelsTab final : public QWidget
{
    Q_OBJECT

public:
    //! \a source makes the question for the provider's list.
    ModelsTab(Gateway &gateway, ProbeSource source, QWidget *parent = nullptr);

    void setModels(const QList<ModelEntry> &models);
    QList<ModelEntry> models() const;
    //! Adds what the provider was found to have.
    void merge(const QStringList &fetched);
    //! Whether a name was typed and not added yet.
    bool hasTyped() const;
    void takeTyped();

    //! Whether \a field, such as `models/2/alias`, is one of these; then it says what is wrong with it.
    bool showProblem(const QString &field, const QString &message);
    void clearProblems();
    //! Whether more are ticked than can be saved; says it.
    bool showIfTooMany();

private:
    QLayout *makeTop();
    QLayout *makeBottom();
    void fetch();
    void onRunningChanged(bool running);
    void onAnswered(const ProbeResult &result);
    void addByHand();

    ProbeSource m_source;
    ProviderProbe m_probe;
    Provider m_asked;
    ModelTable *m_table;
    QPushButton *m_fetch;
    QProgressBar *m_progress;
    QLineEdit *m_byHand;
    PlainLabel *m_result;
};

} // namespace gatehouse
