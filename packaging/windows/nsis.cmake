# SPDX-License-Identifier: GPL-3.0-or-later
# What the installer for Windows asks, shows and leaves behind.
set(CPACK_PACKAGE_NAME Gatehouse)
set(CPACK_PACKAGE_VENDOR "Gatehouse developers")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Gatehouse)
set(CPACK_PACKAGE_FILE_NAME Gatehouse-${PROJECT_VERSION}-setup)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_EXECUTABLES gatehouse Gatehouse) # the entry in the start menu
set(CPACK_COMPONENTS_ALL gatehouse gatehoused)
set(CPACK_COMPONENT_GATEHOUSE_DISPLAY_NAME "Gatehouse")
set(CPACK_COMPONENT_GATEHOUSE_REQUIRED ON)
set(CPACK_COMPONENT_GATEHOUSED_DISPLAY_NAME "gatehoused, for the terminal")

file(TO_NATIVE_PATH ${CMAKE_CURRENT_LIST_DIR}/../icons/gatehouse.ico CPACK_NSIS_MUI_ICON)
string(REPLACE "\\" "\\\\" CPACK_NSIS_MUI_ICON "${CPACK_NSIS_MUI_ICON}")
set(CPACK_NSIS_MUI_UNIICON "${CPACK_NSIS_MUI_ICON}")
set(CPACK_NSIS_DISPLAY_NAME Gatehouse)
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\\\gatehouse.exe")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MUI_FINISHPAGE_RUN gatehouse.exe)
