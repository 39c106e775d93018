#include "guatu/documents/xlsx/annotation/part_xml.hpp"

#include <sstream>

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {

Result<std::unique_ptr<pugi::xml_document>> tree_of(const std::string& xml, const std::string& part) {
  constexpr auto kEverything =
      pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration | pugi::parse_comments | pugi::parse_pi;
  auto document = std::make_unique<pugi::xml_document>();
  if (!document->load_buffer(xml.data(), xml.size(), kEverything) || !document->document_element())
    return damaged_file(part + " 内容有误", part + " is not well-formed");
  return document;
}

std::string text_of(const pugi::xml_node& node) {
  std::ostringstream text;
  if (node.type() == pugi::node_document)
    node.root().print(text, "", pugi::format_raw, pugi::encoding_utf8);
  else
    node.print(text, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(text).str();
}

std::string local_name_of(const pugi::xml_node& node) {
  const std::string name = node.name();
  return name.substr(name.rfind(':') + 1);
}

std::string prefix_of(const pugi::xml_node& node) {
  const std::string name = node.name();
  return name.substr(0, name.rfind(':') + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local_name) {
  return node.find_child([&](const pugi::xml_node& child) { return local_name_of(child) == local_name; });
}

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
  auto attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute.set_value(value.c_str());
}

}  // namespace guatu::documents
