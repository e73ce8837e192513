# SPDX-License-Identifier: GPL-3.0-or-later
# Programs, and what a freedesktop.org system wants to know about them.
set(here ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_CURRENT_BINARY_DIR}/linux)
set(app_id io.github.gatehouse.Gatehouse)

# Compresses `source` to `name`.gz when it is installed, so that no target has to be built before.
function(gatehouse_install_compressed component source name folder)
    install(CODE "file(MAKE_DIRECTORY \"${made}/${component}\")
        execute_process(COMMAND gzip -9nc \"${source}\" OUTPUT_FILE \"${made}/${component}/${name}.gz\" COMMAND_ERROR_IS_FATAL ANY)"
        COMPONENT ${component})
    install(FILES ${made}/${component}/${name}.gz DESTINATION ${folder} COMPONENT ${component})
endfunction()

foreach(program gatehouse gatehoused)
    install(TARGETS ${program} RUNTIME COMPONENT ${program})

    # Shell completion, where each shell looks by itself
    set(completions ${here}/completions)
    install(FILES ${completions}/${program}.bash RENAME ${program}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT ${program})
    install(FILES ${completions}/_${program}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT ${program})
    install(FILES ${completions}/${program}.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT ${program})

    gatehouse_install_compressed(${program} ${here}/man/${program}.1 ${program}.1 ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
gatehouse_install_compressed(gatehoused ${here}/man/gatehouse-config.5 gatehouse-config.5 ${CMAKE_INSTALL_MANDIR}/man5)

# Desktop
install(FILES ${here}/${app_id}.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT gatehouse)
install(FILES ${here}/${app_id}.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT gatehouse)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/gatehouse.svg RENAME ${app_id}.svg
    DESTINATION ${icons}/scalable/apps COMPONENT gatehouse)
foreach(size 16 24 32 48 64 128 256 512)
    install(FILES ${CMAKE_CURRENT_LIST_DIR}/../icons/gatehouse-${size}.png RENAME ${app_id}.png
        DESTINATION ${icons}/${size}x${size}/apps COMPONENT gatehouse)
endforeach()

# The unit names the program by the place where it really goes, which is known only now.
install(CODE "set(bindir \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
    configure_file(\"${here}/gatehoused.service.in\" \"${made}/gatehoused.service\" @ONLY)"
    COMPONENT gatehoused)
install(FILES ${made}/gatehoused.service DESTINATION lib/systemd/user COMPONENT gatehoused)

if(EXISTS /etc/debian_version)
    include(${here}/deb.cmake)
endif()
