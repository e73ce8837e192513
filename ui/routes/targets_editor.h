// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace gatehouse {

class ReorderView;
class TargetsModel;

//! The targets of a route in their order, with fields for the one that is selected.
class TargetsEditor final : public QWidget
{
    Q_OBJECT

public:
    //! \a providers that can be chosen.
    TargetsEditor(const QList<Provider> &providers, const QList<RouteTarget> &targets,
                  QWidget *parent = nullptr);

    //! Weights count under one policy only, and are shown only then.
    void setWeighted(bool weighted);
    QList<RouteTarget> targets() const;
    //! Selects a target and goes to one of its fields: `provider`, `model` or `weight`.
    void showField(int target, const QString &field);

private:
    void makeFields();
    QWidget *makeButtons();
    void add();
    void remove(int row);
    void move(int row, int to);
    void showCurrent();
    void storeCurrent();
    //! Offers the models of that provider, with \a chosen in the field.
    void offerModels(const QString &provider, const QString &chosen);
    const Provider *find(const QString &provider) const;

    QList<Provider> m_providers;
    TargetsModel *m_model;
    ReorderView *m_list;
    QFormLayout *m_form;
    QComboBox *m_provider;
    QComboBox *m_modelName;
    QSpinBox *m_weight;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    bool m_filling = false; //!< the fields are being filled, not edited
};

} // namespace gatehouse
