// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/status/capabilities.h"

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace gatehouse {

class PlainLabel;
class StateMark;

//! What is tested, a row each, with what came of it.
class FeatureList final : public QWidget
{
    Q_OBJECT

public:
    explicit FeatureList(QWidget *parent = nullptr);

    //! Nothing is known of any.
    void clear();
    //! All are to be asked, the first one now.
    void begin();
    void show(const CapabilitySheet &sheet);
    //! What came of \a feature; where more are to be asked, the next one is on.
    void answer(Feature feature, const FeatureResult &result, bool more);
    //! No more answers come: what was not answered is not known.
    void stop();

private:
    struct Row
    {
        StateMark *mark;
        PlainLabel *state;
        PlainLabel *time;
        bool answered = false;
    };
    void addRow(QGridLayout &grid, Feature feature);
    void say(Feature feature, const QString &text);
    void set(Feature feature, const FeatureResult &result);
    void sayNext();

    QHash<Feature, Row> m_rows;
};

} // namespace gatehouse
