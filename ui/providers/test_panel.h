// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/providers/provider_probe.h"
#include "ui/theme/colors.h"

#include <QWidget>

class QComboBox;
class QProgressBar;
class QPushButton;

namespace gatehouse {

class PlainLabel;
class StateMark;

//! Asks a provider for real, with what stands in the form: first for its models, which costs nothing, then,
//! if wanted, for one token.
class TestPanel final : public QWidget
{
    Q_OBJECT

public:
    TestPanel(Gateway &gateway, ProbeSource source, QWidget *parent = nullptr);

    //! Forgets what came of an earlier test: what would be asked now is something else.
    void reset();
    //! Whether there is a saved provider that can be tested in full.
    void setSelfTest(bool offered);

Q_SIGNALS:
    //! What the provider was found to have.
    void modelsFound(const QStringList &models);
    void selfTestRequested();

private:
    void ask(ProbeRequest::Kind kind);
    void onAnswered(const ProbeResult &result);
    void onRunningChanged(bool running);
    void say(Tone tone, const QString &text, const QString &evidence);
    void offerToken(const QStringList &models);

    ProbeSource m_source;
    ProviderProbe m_probe;
    ProbeRequest m_asked;
    QPushButton *m_test;
    QPushButton *m_selfTest;
    QProgressBar *m_progress;
    StateMark *m_mark;
    PlainLabel *m_text;
    PlainLabel *m_evidence;
    QWidget *m_tokenRow;
    QComboBox *m_model;
    QPushButton *m_token;
};

} // namespace gatehouse
