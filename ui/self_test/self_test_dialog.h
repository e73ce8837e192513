// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"
#include "gateway/status/capabilities.h"
#include "ui/context.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QProgressBar;
class QPushButton;

namespace gatehouse {

class Banner;
class FeatureList;
class PlainLabel;
class SelfTester;

//! Finds out what a model of a saved provider can do, after saying what that takes, and shows what was found
//! out before.
class SelfTestDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a provider: the id of one in the draft of \a context.
    SelfTestDialog(const Context &context, SelfTester &tester, const QString &provider,
                   QWidget *parent = nullptr);
    ~SelfTestDialog() override;

    //! Asks before it gives up a test that runs.
    void reject() override;

private:
    void makeChoice();
    void makeLayout();
    QString model() const;
    void readDraft();
    //! Shows what is known of the chosen model, and what testing it would take.
    void refresh();
    void run();
    void cancel();
    void setRunning(std::optional<quint64> number);
    void onAnswered(quint64 number, Feature feature, const FeatureResult &result);
    void onFinished(quint64 number, const CapabilitySheet &sheet);
    void showSheet(const CapabilitySheet &sheet);
    void sayOutcome(const QString &summary, const QString &meaning);

    Context m_context;
    SelfTester &m_tester;
    QString m_id;
    std::optional<Provider> m_provider; //!< as it is saved now; none: it was removed
    std::optional<quint64> m_running;
    int m_answers = 0; //!< of the test that runs
    QComboBox *m_model;
    QPushButton *m_run;
    PlainLabel *m_estimate;
    Banner *m_banner;
    PlainLabel *m_date;
    FeatureList *m_features;
    QProgressBar *m_progress;
    PlainLabel *m_summary;
    PlainLabel *m_meaning;
};

//! Opens the dialog for \a provider over \a parent, with the gateway to ask.
SelfTestDialog *openSelfTest(const Context &context, const QString &provider, QWidget *parent);

} // namespace gatehouse
