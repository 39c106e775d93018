#include "guatu/campaign/reading/toml_node.hpp"

// The parser takes some malformed texts for mistakes of its own ("[" before a line break, a Chinese table name). Without its
// assertions it goes on and reports them; under NDEBUG some compilers would turn them into assumptions instead.
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)
#define TOML_EXCEPTIONS 0
#include <array>
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

/// The parser speaks English only; what a clerk does most often is said in Chinese.
struct Trouble {
  std::string_view begins;
  const char* zh;
};
constexpr std::array<Trouble, 7> kTroubles{{{"Encountered invalid utf-8", "文件不是 UTF-8 编码，请另存为 UTF-8"},
                                            {"Error while parsing date", "没有这一天，或日期写法有误"},
                                            {"Error while parsing value", "值写法有误，文字要写在英文引号里"},
                                            {"Error while parsing string", "文字的引号没有配对"},
                                            {"Error while parsing array", "列表的方括号、逗号没有配对"},
                                            {"Error while parsing table header", "表头写法有误或与前文重复"},
                                            {"Error while parsing key", "项名写法有误或重复"}}};

std::string in_chinese(const std::string& why) {
  for (const auto& trouble : kTroubles)
    if (why.starts_with(trouble.begins)) return trouble.zh + ("（" + why + "）");
  return why;
}

}  // namespace

std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file, Faults& faults) {
  const auto parsed = toml::parse(text, file);
  if (parsed) return convert(parsed.table());
  const std::string why(parsed.error().description());
  faults.add({file, parsed.error().source().begin.line}, "读不下去，以下未检查：" + in_chinese(why),
             "not valid TOML, the rest was not checked: " + why);
  return std::nullopt;
}

}  // namespace guatu::campaign
