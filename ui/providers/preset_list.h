// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QStringList>

namespace gatehouse {

struct Preset;

//! The providers that we know, in groups: those found running on this machine first, a custom one last.
class PresetList final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { PresetRole = Qt::UserRole }; //!< the preset's id; empty for a custom provider

    explicit PresetList(QObject *parent = nullptr);

    //! Only those whose name in any language, id or host holds \a text; a custom one always.
    void setFilter(const QString &text);
    //! Ids of presets that run on this machine.
    void setRunning(const QStringList &ids);
    //! The first row that can be chosen.
    int firstChoice() const;
    int rowOf(const QString &preset) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString title;
        const Preset *preset = nullptr; //!< null for a heading and for a custom provider
        bool heading = false;
    };

    void build();
    void addGroup(const QString &title, const QList<const Preset *> &members);
    QList<const Preset *> ofRegion(const QString &region) const;
    bool matches(const Preset &preset) const;

    QList<Row> m_rows;
    QString m_filter;
    QStringList m_running;
};

} // namespace gatehouse
