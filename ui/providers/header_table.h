// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/provider.h"

#include <QGroupBox>

class QTableView;

namespace gatehouse {

class FieldNote;
class HeaderList;

//! Edits extra headers, and says at once what cannot be one. Headers that carry a key are refused: the key
//! field decides about those.
class HeaderTable final : public QGroupBox
{
    Q_OBJECT

public:
    explicit HeaderTable(QWidget *parent = nullptr);

    void setHeaders(const QList<ExtraHeader> &headers);
    QList<ExtraHeader> headers() const;
    void showProblem();

Q_SIGNALS:
    void changed();

private:
    HeaderList *m_headers;
    QTableView *m_list;
    FieldNote *m_note;
};

} // namespace gatehouse
