// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace gatehouse {

class FieldNote;

//! What every provider has: name, id, API style, base URL.
class BasicsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit BasicsForm(QWidget *parent = nullptr);

    //! Shows the fields of \a provider.
    void setProvider(const Provider &provider);
    //! From now on the id follows the name, as one that is free in \a config, until a person writes one.
    void nameIdAfterName(const Config &config);
    //! Puts what stands here into \a provider.
    void fill(Provider &provider) const;

    //! Whether \a field, such as `baseUrl`, is one of these; then it says what is wrong with it.
    bool showProblem(const QString &field, const QString &message);
    void clearProblems();
    //! Begins with the first field.
    void focusName();

Q_SIGNALS:
    void changed();
    //! Where requests go, or how they look, is something else now.
    void addressChanged();

private:
    QLineEdit *addField(QFormLayout &form, const QString &label, const QString &name);
    void addToForm(QFormLayout &form, const QString &label, QWidget *field, const QString &name);
    void onNameEdited();
    void onUrlEdited();
    void onPartEdited(const QString &part);
    void showPart();

    QFormLayout *m_form;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QComboBox *m_dialect;
    QLineEdit *m_part; //!< what goes in the place of the base URL's part in braces
    QLineEdit *m_url;
    QHash<QString, FieldNote *> m_notes; //!< by field
    QString m_pattern;                   //!< the base URL with the part in braces; empty: it has none
    bool m_idFollows = false;
    Config m_config; //!< whose ids are taken
};

} // namespace gatehouse
