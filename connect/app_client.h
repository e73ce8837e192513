// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/config/config.h"

namespace gatehouse {

//! Whether \a client was made for the application of that name: it is named after it. Others are a person's
//! own, whose key an application was given.
bool isClientOf(const QString &appName, const QString &client);

//! Gives an application a client with \a key among \a clients: the one named \a had, if that was made for
//! it and is still there, else a new one named after it. Returns the client's name.
QString giveClient(QList<Client> &clients, const QString &appName, const QString &had, const QString &key);

//! The name of the client whose key is \a key; empty if there is none.
QString clientWithKey(const QList<Client> &clients, const QString &key);

//! Takes the client \a name away that was made for an application, which it is named after; whether there was
//! one. A person's own client that an application was given the key of stays.
bool takeClient(QList<Client> &clients, const QString &appName, const QString &name);

//! \a text for the screen: with `…` in the place of \a key, of everything else that has the form of a key,
//! and of what stands under a name such as `AUTH_TOKEN`. The file of an application may hold others than
//! ours.
QString withoutKeys(QString text, const QString &key = {});

//! For an application that has to be told a model: the default, else the first that \a config names. Empty if
//! it names none.
QString firstModel(const Config &config);

} // namespace gatehouse
