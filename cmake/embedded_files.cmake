# The built-in bulletin template becomes a generated source of the documents layer.
set(bulletin_template ${CMAKE_SOURCE_DIR}/src/guatu/documents/docx/default_bulletin.docx)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${bulletin_template})
file(READ ${bulletin_template} bulletin_hex HEX)
string(REGEX REPLACE "(..)" "0x\\1," bulletin_bytes "${bulletin_hex}")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/default_bulletin.cpp CONTENT
"#include \"guatu/documents/render_papers.hpp\"

namespace guatu::documents {
namespace {

constexpr unsigned char kBytes[] = {@bulletin_bytes@};

}  // namespace

std::string_view default_bulletin_template() { return {reinterpret_cast<const char*>(kBytes), sizeof(kBytes)}; }

}  // namespace guatu::documents
" @ONLY)
set(guatu_generated_documents ${CMAKE_BINARY_DIR}/generated/default_bulletin.cpp)
