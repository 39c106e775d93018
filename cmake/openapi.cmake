# api/openapi.yaml becomes a generated source of the http layer. Debian's own Python first: it is the one with python3-yaml.
find_program(GUATU_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(GUATU_PYTHON NAMES python3 REQUIRED)
set(openapi_source ${CMAKE_BINARY_DIR}/generated/openapi.cpp)
add_custom_command(OUTPUT ${openapi_source}
    COMMAND ${GUATU_PYTHON} ${CMAKE_SOURCE_DIR}/tools/embed_openapi ${CMAKE_SOURCE_DIR}/api/openapi.yaml ${openapi_source}
    DEPENDS ${CMAKE_SOURCE_DIR}/api/openapi.yaml ${CMAKE_SOURCE_DIR}/tools/embed_openapi VERBATIM)
set(guatu_generated_http ${openapi_source})
