// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace gatehouse {

class Banner;

//! The frame of every page: its title, a line on what it is for, a place for messages, and its content.
class Page : public QWidget
{
    Q_OBJECT

public:
    enum Fit {
        Scrolls, //!< the content is as tall as it needs and scrolls
        Fills,   //!< the content takes the height that there is, as a list does
    };

    Page(const QString &title, const QString &purpose, Fit fit, QWidget *parent = nullptr);

protected:
    //! The content, from top to bottom.
    QVBoxLayout *content() const { return m_content; }
    //! Buttons that stand right of the title.
    QHBoxLayout *actions() const { return m_actions; }
    Banner &banner() const { return *m_banner; }

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_actions;
    Banner *m_banner;
};

} // namespace gatehouse
