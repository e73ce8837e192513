// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/file_change.h"

#include <QPlainTextEdit>

namespace gatehouse {

//! What is to become of files, line by line: what goes begins with a minus sign, what comes with a plus sign,
//! each on a ground of its own. Client keys are not shown.
class DifferenceView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    //! \a key is not for the screen either.
    void show(const FileChange &change, const QString &key);

private:
    void changeEvent(QEvent *event) override;
    void draw();

    QList<DifferenceLine> m_lines;
};

} // namespace gatehouse
