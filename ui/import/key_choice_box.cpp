// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/key_choice_box.h"

#include "ui/import/import_text.h"
#include "ui/widgets/plain_label.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

bool refersTo(const Config &config, const QString &reference)
{
    return std::any_of(config.providers.cbegin(), config.providers.cend(),
                       [&](const Provider &provider) { return provider.apiKeys.contains(reference); });
}

} // namespace

KeyChoiceBox::KeyChoiceBox(const QString &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_take(new QCheckBox)
    , m_note(new PlainLabel({}, PlainLabel::Muted))
{
    m_take->setObjectName(u"importKeys"_s);
    m_take->setChecked(true);
    m_note->setObjectName(u"importKeysNote"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_take);
    layout->addWidget(m_note);
    connect(m_take, &QCheckBox::toggled, this, &KeyChoiceBox::changed);
}

void KeyChoiceBox::setPlan(const Imported &imported, const ImportPlan &plan, const Config &now)
{
    m_keys = imported.keys;
    m_keys.removeIf([&](const ImportedKey &key) { return !refersTo(plan.result, key.reference); });
    const int count = int(m_keys.size());
    const int replaced = int(std::count_if(m_keys.cbegin(), m_keys.cend(), [&](const ImportedKey &key) {
        return refersTo(now, key.reference);
    }));
    m_take->setText(tr("Move the %n &key(s) that the file holds in plain text into %1", nullptr, count)
                        .arg(QString(m_store).replace(u'&', u"&&"_s)));
    QStringList notes;
    for (const ImportedKey &key : std::as_const(m_keys)) {
        if (!key.origin.isEmpty())
            notes.append(
                tr("%1: the value of %2", "provider, variable").arg(keyName(key, plan.result), key.origin));
    }
    if (replaced > 0)
        notes.append(tr("%n stored key(s) would be replaced, which undoing the import does not take back.",
                        nullptr, replaced));
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    setVisible(count > 0);
}

QList<ImportedKey> KeyChoiceBox::chosen() const
{
    return m_take->isChecked() ? m_keys : QList<ImportedKey>();
}

int KeyChoiceBox::leftOut() const
{
    return m_take->isChecked() ? 0 : int(m_keys.size());
}

} // namespace gatehouse
