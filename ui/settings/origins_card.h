// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

namespace gatehouse {

class Banner;
class EntryList;

//! The web pages that may call the gateway from a browser.
class OriginsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit OriginsCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

private:
    Context m_context;
    EntryList *m_list;
    Banner *m_undo;
};

} // namespace gatehouse
