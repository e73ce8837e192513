// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"
#include "ui/context.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace gatehouse {

class Banner;

//! A card whose fields are a part of the configuration, saved together. What is typed stays until it is
//! applied or given up, also when the file changes meanwhile: then the card says so.
class EditedCard : public QWidget
{
    Q_OBJECT

public:
    //! Whether something is typed that the file does not have.
    bool isEdited() const;
    void refresh();
    //! Puts what the fields hold into \a config.
    void take(Config &config) const { read(config); }
    //! Shows \a typed, as if a person had typed it.
    void type(const Config &typed);
    //! Gives up what is typed: from here on the fields show what the file has.
    void revert();

protected:
    //! The two texts are those of the buttons, with their mnemonics.
    EditedCard(const Context &context, const QString &title, const QString &applyText,
               const QString &revertText, QWidget *parent);

    QVBoxLayout *body() const { return m_body; }
    //! To be called when the fields are there.
    void begin();
    //! To be called when a person has changed a field.
    void edited();

    //! Puts the part of \a config that the card shows into its fields.
    virtual void fill(const Config &config) = 0;
    //! Puts what the fields hold into \a config.
    virtual void read(Config &config) const = 0;
    //! Copies that part.
    virtual void copyPart(const Config &from, Config &to) const = 0;
    //! \a next is the file with the fields' values: for what depends on them.
    virtual void onEdited(const Config &next) { Q_UNUSED(next) }

    //! It could not be saved: for the field that is to blame.
    virtual void onRefused(const QList<Problem> &problems) { Q_UNUSED(problems) }

    const Context &context() const { return m_context; }

private:
    bool samePart(const Config &a, const Config &b) const;
    void apply();
    void update();

    Context m_context;
    Config m_file; //!< as the fields know it
    bool m_filling = false;
    QVBoxLayout *m_body;
    Banner *m_conflict;
    Banner *m_problem;
    QPushButton *m_apply;
    QPushButton *m_revert;
};

} // namespace gatehouse
