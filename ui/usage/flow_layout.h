// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace gatehouse {

//! Puts its widgets side by side, in as many lines as it takes.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int across, int down, QWidget *parent = nullptr);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

private:
    //! Returns the height it takes.
    int arrange(const QRect &rect, bool move) const;

    int m_across;
    int m_down;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace gatehouse
