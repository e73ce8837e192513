// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse {

//! Where a file that is imported comes from.
enum class ImportFormat {
    Gatehouse,   //!< a config.json of ours, or an export of one
    NodeGateway, //!< `config/models.json` of the Node gateway before us, with its `.env`
    LiteLlm,     //!< LiteLLM's `config.yaml`
};

//! A key that the file held in plain text, to be moved into the keychain. Never shown, never written.
struct ImportedKey
{
    QString provider;  //!< id in Imported::config
    int index = 0;     //!< from 0
    QString reference; //!< what stands in `apiKey` in its place: `keychain:ID@HOST`
    QByteArray secret;
    QString origin =
        {}; //!< the variable, and the file that has its value; empty: plain text in the file itself
};

//! A variable that a provider's key refers to, and whose value the file's `.env` does not have.
struct UnsetVariable
{
    QString name;
    QString sentence; //!< what is to be done, with the place in the file
};

//! A file that was read, in our terms. Nothing of it is in force yet.
struct Imported
{
    ImportFormat format = ImportFormat::Gatehouse;
    Config config;
    QList<ImportedKey> keys = {};
    QStringList left = {}; //!< what could not be carried, a sentence each, with its place in the file
    qsizetype unsaid = 0;  //!< how many more sentences there would be
    QList<UnsetVariable> unset = {}; //!< each once; at most 500

    //! Adds \a sentence to `left`: cut, without key shapes, and only counted once there are 500. A file can
    //! have more to say than anyone reads.
    void leave(const QString &sentence);
    //! Adds a variable to `unset`, which \a place refers to.
    void miss(const QString &variable, const QString &place);
};

} // namespace gatehouse
