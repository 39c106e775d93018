#include "guatu/campaign/reading/toml_node.hpp"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace guatu::campaign {
namespace {

TomlNode convert(const toml::node& node) {
  TomlNode result;
  result.line = node.source().begin.line;
  if (const auto* text = node.as_string()) {
    result.value = text->get();
  } else if (const auto* number = node.as_integer()) {
    result.value = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    result.value = flag->get();
  } else if (const auto* date = node.as_date()) {
    const auto day = make_date(date->get().year, date->get().month, date->get().day);
    if (day) result.value = *day;
  } else if (const auto* array = node.as_array()) {
    TomlNode::Array elements;
    for (const auto& element : *array)
      elements.push_back(convert(element));
    result.value = std::move(elements);
  } else if (const auto* table = node.as_table()) {
    TomlNode::Table members;
    for (const auto& [key, member] : *table)
      members.emplace(std::string(key.str()), convert(member));
    result.value = std::move(members);
  }
  return result;
}

}  // namespace

std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file, Faults& faults) {
  const auto parsed = toml::parse(text, file);
  if (parsed) return convert(parsed.table());
  const std::string why(parsed.error().description());
  faults.add({file, parsed.error().source().begin.line}, "TOML 写法有误，此文件未再往下检查：" + why,
             "not valid TOML, the rest of the file was not checked: " + why);
  return std::nullopt;
}

}  // namespace guatu::campaign
