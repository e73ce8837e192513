# SPDX-License-Identifier: GPL-3.0-or-later
# Both programs and Qt in one folder, and an installer by NSIS. Untested so far.
set(here ${CMAKE_CURRENT_LIST_DIR})
set(GATEHOUSE_ICON ${here}/../icons/gatehouse.ico)

# What Explorer shows of each program
enable_language(RC)
set(title_gatehouse "Gatehouse")
set(title_gatehoused "Gatehouse without a window")
foreach(program gatehouse gatehoused)
    set(GATEHOUSE_PROGRAM_TITLE ${title_${program}})
    configure_file(${here}/gatehouse.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc @ONLY)
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    install(TARGETS ${program} RUNTIME_DEPENDENCY_SET gatehouse_libraries
        RUNTIME DESTINATION bin COMPONENT ${program})
endforeach()
set_target_properties(gatehouse PROPERTIES WIN32_EXECUTABLE ON) # no console beside the window

# windeployqt copies Qt; what else is linked is found from the programs.
qt_generate_deploy_app_script(TARGET gatehouse FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy} COMPONENT gatehouse)
install(RUNTIME_DEPENDENCY_SET gatehouse_libraries DESTINATION bin COMPONENT gatehouse
    PRE_EXCLUDE_REGEXES "api-ms-" "ext-ms-" "^Qt6" POST_EXCLUDE_REGEXES ".*[Ss]ystem32.*")

set(CPACK_GENERATOR NSIS)
include(${here}/nsis.cmake)
include(CPack)
