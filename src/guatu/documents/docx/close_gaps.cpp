#include "guatu/documents/docx/close_gaps.hpp"

#include <pugixml.hpp>
#include <sstream>

#include "guatu/base/text.hpp"
#include "guatu/documents/docx/zip_writer.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {
namespace {

constexpr std::string_view kZeroWidthSpace = "\xE2\x80\x8B";

bool is_narrow(char32_t character) {
  return character > U' ' && character < 0x7F;
}

bool is_ideograph(char32_t character) {
  return (character >= 0x3400 && character <= 0x9FFF) || (character >= 0x20000 && character <= 0x3FFFF);
}

std::size_t length_at(unsigned char first) {
  return first < 0x80 ? 1U : first < 0xE0 ? 2U : first < 0xF0 ? 3U : 4U;
}

std::string closed_part(const std::string& xml) {
  pugi::xml_document document;
  constexpr auto kKeep = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;
  if (!document.load_buffer(xml.data(), xml.size(), kKeep)) return xml;  // Its reader will say what is wrong with it.
  for (const auto& found : document.select_nodes("//w:t")) {
    auto text = found.node().text();
    text.set(with_gaps_closed(text.get()).c_str());
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return std::move(out).str();
}

}  // namespace

std::string with_gaps_closed(std::string_view text) {
  std::string result;
  char32_t before = 0;
  std::size_t at = 0;
  for (const auto character : code_points(text)) {
    if ((is_narrow(before) && is_ideograph(character)) || (is_ideograph(before) && is_narrow(character)))
      result += kZeroWidthSpace;
    const auto length = at < text.size() ? length_at(static_cast<unsigned char>(text[at])) : 0;
    result += text.substr(at, length);
    at += length;
    before = character;
  }
  return result;
}

Result<std::string> close_gaps(std::string_view docx) {
  GUATU_TRY(auto archive, ZipArchive::open(docx, {}));
  ZipWriter writer;
  for (const auto& name : archive.names()) {
    GUATU_TRY(auto bytes, archive.read(name));
    writer.add(name, name == "word/document.xml" ? closed_part(bytes) : std::move(bytes));
  }
  return writer.finish();
}

}  // namespace guatu::documents
