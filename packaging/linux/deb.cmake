# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages, one for each component, through CPack.
set(GATEHOUSE_MAINTAINER "Gatehouse developers <gatehouse@gatehouse.invalid>" CACHE STRING "Who answers for the packages")

# What Debian wants beside each program
foreach(program gatehouse gatehoused)
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/${program})
    install(FILES ${here}/debian/copyright DESTINATION ${documents} COMPONENT ${program})
    gatehouse_install_compressed(${program} ${here}/debian/changelog changelog.Debian ${documents})
    gatehouse_install_compressed(${program} ${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog ${documents})
    configure_file(${here}/debian/lintian-overrides.in ${made}/${program}.overrides @ONLY)
    install(FILES ${made}/${program}.overrides RENAME ${program}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT ${program})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Gatehouse developers")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL gatehouse gatehoused)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${GATEHOUSE_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # else it would stand before both descriptions
set(about "It passes what AI applications ask on to the providers of language models,
adds their keys from the keychain of the system, translates between the
formats of OpenAI, Anthropic and Gemini, asks the next provider when one
fails, and counts tokens and cost. It listens on this computer only, unless
told otherwise, and keeps no prompts and no answers.")

# Beyond what the programs link: the driver of the usage database, authorities for TLS, and the way to the keychain.
set(CPACK_DEBIAN_GATEHOUSED_PACKAGE_NAME gatehoused)
set(CPACK_DEBIAN_GATEHOUSED_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_GATEHOUSED_PACKAGE_DEPENDS "libqt6sql6-sqlite, ca-certificates")
set(CPACK_DEBIAN_GATEHOUSED_PACKAGE_RECOMMENDS "libsecret-1-0, dbus-user-session")
set(CPACK_DEBIAN_GATEHOUSED_PACKAGE_SUGGESTS gatehouse)
set(CPACK_DEBIAN_GATEHOUSED_DESCRIPTION "local gateway to LLM providers, without a window\n${about}
\nThis is the program without a window, for a server or a terminal, with a
systemd unit for your own session.")

set(CPACK_DEBIAN_GATEHOUSE_PACKAGE_NAME gatehouse)
set(CPACK_DEBIAN_GATEHOUSE_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_GATEHOUSE_PACKAGE_DEPENDS "libqt6sql6-sqlite, ca-certificates, hicolor-icon-theme")
set(CPACK_DEBIAN_GATEHOUSE_PACKAGE_RECOMMENDS "gatehoused, libsecret-1-0, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_GATEHOUSE_DESCRIPTION "local gateway to LLM providers, in the tray\n${about}
\nThis is the program with a tray icon and a window.")

include(CPack)
