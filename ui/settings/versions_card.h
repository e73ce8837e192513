// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QAction;
class QTableView;

namespace gatehouse {

class Banner;
class PlainLabel;
struct ConfigVersion;
class VersionsModel;

//! Earlier configurations, and the way back to one.
class VersionsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    void restore();
    void putBack(const ConfigVersion &version);

    Context m_context;
    VersionsModel *m_model;
    QTableView *m_list;
    PlainLabel *m_none;
    Banner *m_done;
    QAction *m_restore = nullptr;
};

} // namespace gatehouse
