// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <functional>
#include <optional>

namespace gatehouse {

//! A choice of one value among those that occur, or all. What occurs is looked up when it is needed.
class ValueChoice final : public QComboBox
{
    Q_OBJECT

public:
    //! \a all is the text of the first entry, \a none that of an empty value.
    ValueChoice(const QString &all, const QString &none, std::function<QStringList()> values,
                QWidget *parent = nullptr);

    std::optional<QString> value() const;
    void setValue(const std::optional<QString> &value);

Q_SIGNALS:
    void changed();

private:
    void showPopup() override;
    void focusInEvent(QFocusEvent *event) override;
    void fill();
    void append(const QString &value);

    QString m_none;
    std::function<QStringList()> m_values;
};

} // namespace gatehouse
