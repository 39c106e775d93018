#include "guatu/documents/xlsx/xml_stream.hpp"

#include <expat.h>
#include <memory>
#include <type_traits>

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

constexpr std::size_t kLongestTag = 1U << 20U;

struct Parsing {
  XML_Parser parser;
  XmlHandler& handler;
  int depth = 0;
  int limit = 0;
  std::size_t silent_bytes = 0;  ///< Read since the last tag or text: one endless tag costs its square.

  void stop_if_refused() {
    if (handler.refusal()) XML_StopParser(parser, XML_FALSE);
  }
};

void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.silent_bytes = 0;
  if (++parsing.depth > parsing.limit) {
    parsing.handler.refuse(too_large("内部结构嵌套过深", "its parts are nested too deep"));
  } else {
    parsing.handler.start(local_name(name), XmlAttributes(attributes));
  }
  parsing.stop_if_refused();
}

void XMLCALL on_end(void* data, const XML_Char* name) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.silent_bytes = 0;
  --parsing.depth;
  parsing.handler.end(local_name(name));
  parsing.stop_if_refused();
}

void XMLCALL on_text(void* data, const XML_Char* text, int length) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.silent_bytes = 0;
  parsing.handler.text({text, static_cast<std::size_t>(length)});
  parsing.stop_if_refused();
}

void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.handler.refuse(damaged_file("含有不允许的 DOCTYPE 声明", "it holds a DOCTYPE, which workbooks never have"));
  parsing.stop_if_refused();
}

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == name) return pair[1];
  return {};
}

bool XmlAttributes::has(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == name) return true;
  return false;
}

Result<void> parse_part(ZipArchive& archive, const std::string& name, XmlHandler& handler, const ReadLimits& limits) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                                             &XML_ParserFree);
  Parsing parsing{parser.get(), handler, 0, limits.depth, 0};
  XML_SetUserData(parser.get(), &parsing);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  return archive.stream(name, [&](std::string_view piece, bool last) -> Result<void> {
    const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (handler.refusal()) return *handler.refusal();
    parsing.silent_bytes += piece.size();
    if (parsing.silent_bytes > kLongestTag) return too_large("内部标记过长", "a tag inside is too long");
    if (status == XML_STATUS_ERROR) return damaged_file(name + " 内容有误", name + " is not well-formed");
    return {};
  });
}

}  // namespace guatu::documents
