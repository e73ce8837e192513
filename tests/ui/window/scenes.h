// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/ui_rig.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse {

//! One picture: what is to be seen, and what to do to get it.
struct Scene
{
    QString name;
    std::function<std::unique_ptr<QWidget>(UiRig &)> make;
};

//! Every page and dialog, as they look with a few providers.
std::vector<Scene> scenes();

//! A configuration with all that pages show, and how its providers fare.
void fillRig(UiRig &rig);

} // namespace gatehouse
