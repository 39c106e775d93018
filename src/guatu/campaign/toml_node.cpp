#include "guatu/campaign/toml_node.hpp"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

#include "guatu/base/text.hpp"

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
    for (const auto& element : *array) elements.push_back(convert(element));
    result.value = std::move(elements);
  } else if (const auto* table = node.as_table()) {
    TomlNode::Table members;
    for (const auto& [key, member] : *table) members.emplace(std::string(key.str()), convert(member));
    result.value = std::move(members);
  }
  return result;
}

}  // namespace

Result<TomlNode> parse_toml(std::string_view text, const std::string& file) {
  const auto parsed = toml::parse(text, file);
  if (!parsed) {
    const auto place = file + ":" + std::to_string(parsed.error().source().begin.line);
    const std::string why(parsed.error().description());
    return make_error(ErrorKind::InvalidInput, place, place + "：TOML 写法有误（" + why + "）", place + ": not valid TOML (" + why + ")");
  }
  return convert(parsed.table());
}

TableReader::TableReader(const TomlNode& node, std::string file, Faults& faults) : line_(node.line), file_(std::move(file)), faults_(&faults) {
  static const TomlNode::Table kNothing;
  table_ = std::get_if<TomlNode::Table>(&node.value);
  if (table_ == nullptr) {
    table_ = &kNothing;
    faults_->add(place(), "应为一个表", "expected a table");
  }
}

std::string TableReader::place() const { return file_ + ":" + std::to_string(line_); }

std::string TableReader::place_of(std::string_view key) const {
  const auto found = table_->find(key);
  return found == table_->end() ? place() : file_ + ":" + std::to_string(found->second.line);
}

void TableReader::fault(std::string_view key, const std::string& zh, const std::string& en) {
  faults_->add(place_of(key), std::string(key) + " " + zh, std::string(key) + " " + en);
}

bool TableReader::has(std::string_view key) const { return table_->find(key) != table_->end(); }

const TomlNode* TableReader::find(std::string_view key) {
  asked_.emplace_back(key);
  const auto found = table_->find(key);
  return found == table_->end() ? nullptr : &found->second;
}

template <typename T>
const T* TableReader::get(std::string_view key, const char* zh, const char* en) {
  const auto* node = find(key);
  if (node == nullptr) return nullptr;
  const auto* value = std::get_if<T>(&node->value);
  if (value == nullptr) fault(key, std::string("应为") + zh, std::string("is not ") + en);
  return value;
}

std::string TableReader::text(std::string_view key) {
  if (!has(key)) fault(key, "必须填写", "is missing");
  return text_or(key, "");
}

std::string TableReader::text_or(std::string_view key, std::string_view fallback) {
  const auto* value = get<std::string>(key, "文字", "text");
  return value == nullptr ? std::string(fallback) : *value;
}

std::int64_t TableReader::number_or(std::string_view key, std::int64_t fallback) {
  const auto* value = get<std::int64_t>(key, "整数", "a whole number");
  return value == nullptr ? fallback : *value;
}

bool TableReader::flag(std::string_view key) {
  const auto* value = get<bool>(key, " true 或 false", "true or false");
  return value != nullptr && *value;
}

std::optional<Date> TableReader::find_day(std::string_view key) {
  const auto* value = get<Date>(key, "日期，如 2022-11-30", "a day like 2022-11-30");
  return value == nullptr ? std::nullopt : std::optional(*value);
}

Date TableReader::day(std::string_view key) {
  if (!has(key)) fault(key, "必须填写日期", "is missing");
  return find_day(key).value_or(Date{});
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  std::vector<std::string> result;
  const auto* array = get<TomlNode::Array>(key, "列表", "a list");
  if (array == nullptr) return result;
  for (const auto& element : *array) {
    if (const auto* text = std::get_if<std::string>(&element.value)) {
      result.push_back(*text);
    } else {
      fault(key, "的每一项应为文字", "holds something that is not text");
    }
  }
  return result;
}

std::vector<Date> TableReader::days(std::string_view key) {
  std::vector<Date> result;
  const auto* array = get<TomlNode::Array>(key, "列表", "a list");
  if (array == nullptr) return result;
  for (const auto& element : *array) {
    if (const auto* day = std::get_if<Date>(&element.value)) {
      result.push_back(*day);
    } else {
      fault(key, "的每一项应为日期", "holds something that is not a day");
    }
  }
  return result;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> result;
  const auto* array = get<TomlNode::Array>(key, "表的列表", "a list of tables");
  if (array == nullptr) return result;
  for (const auto& element : *array) result.emplace_back(element, file_, *faults_);
  return result;
}

std::optional<TableReader> TableReader::find_table(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return std::nullopt;
  return TableReader(*node, file_, *faults_);
}

void TableReader::finish() {
  for (const auto& [key, node] : *table_) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    std::string nearest;
    std::size_t distance = 4;
    for (const auto& known : asked_) {
      const auto d = edit_distance(key, known);
      if (d < distance) {
        distance = d;
        nearest = known;
      }
    }
    const auto hint_zh = nearest.empty() ? std::string{} : "，是否为 " + nearest;
    const auto hint_en = nearest.empty() ? std::string{} : "; did you mean " + nearest;
    fault(key, "是不认识的项" + hint_zh, "is not a known key" + hint_en);
  }
}

}  // namespace guatu::campaign
