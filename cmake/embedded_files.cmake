# The built-in templates of papers become a generated source of the documents layer.
set(paper_bytes "")
set(paper_table "")
foreach(paper bulletin brief letter plain page)
  set(paper_file ${CMAKE_SOURCE_DIR}/src/guatu/documents/docx/templates/${paper}.docx)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${paper_file})
  file(READ ${paper_file} paper_hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," paper_hex "${paper_hex}")
  string(APPEND paper_bytes "constexpr unsigned char k_${paper}[] = {${paper_hex}};\n")
  string(APPEND paper_table
         "  if (name == \"${paper}\") return {reinterpret_cast<const char*>(k_${paper}), sizeof(k_${paper})};\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/paper_templates.cpp CONTENT
"#include \"guatu/documents/render_papers.hpp\"

namespace guatu::documents {
namespace {

@paper_bytes@
}  // namespace

std::string_view built_in_template(std::string_view name) {
@paper_table@  return {};
}

}  // namespace guatu::documents
" @ONLY)
set(guatu_generated_documents ${CMAKE_BINARY_DIR}/generated/paper_templates.cpp)
