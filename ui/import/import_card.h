// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/import/import_steps.h"

#include <QWidget>

class QCheckBox;

namespace gatehouse {

class Banner;

//! Takes a configuration to another machine, or one from there or from another gateway.
class ImportCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCard(const Context &context, const ImportSteps &steps = {}, QWidget *parent = nullptr);

    //! Opens the dialog for the file at \a path, or says why it cannot be read.
    void importFile(const QString &path);
    //! Writes the configuration to the file at \a path, and says what came of it.
    void exportTo(const QString &path);

private:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void chooseImport();
    void chooseExport();

    Context m_context;
    ImportSteps m_steps;
    QCheckBox *m_clients;
    Banner *m_banner;
};

} // namespace gatehouse
