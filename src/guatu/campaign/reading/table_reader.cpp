#include "guatu/campaign/reading/table_reader.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::campaign {
namespace {

/// The candidate that looks most like `word`; none when all are too far from it to be meant.
std::optional<std::string> nearest(const std::string& word, const std::vector<std::string>& candidates) {
  std::optional<std::string> best;
  std::size_t least = std::min<std::size_t>(3, word.size() / 2) + 1;
  if (word.size() > 60) return std::nullopt;
  for (const auto& candidate : candidates) {
    const auto distance = edit_distance(word, candidate);
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : between) + word;
  return text;
}

bool is_within(std::int64_t number, const Range& range) {
  return range.least <= number && number <= range.most;
}

std::string between_zh(const Range& range) {
  return "应在 " + std::to_string(range.least) + " 到 " + std::to_string(range.most) + " 之间";
}
std::string between_en(const Range& range) {
  return "must lie between " + std::to_string(range.least) + " and " + std::to_string(range.most);
}

constexpr const char* kNumberZh = "整数";
constexpr const char* kNumberEn = "a whole number";
constexpr const char* kDayZh = "日期，如 2022-11-30（不加引号）";
constexpr const char* kDayEn = "a day like 2022-11-30 (without quotes)";

}  // namespace

TableReader::TableReader(const TomlNode& node, std::string file, Faults& faults)
    : place_{std::move(file), node.line}, faults_(&faults) {
  static const TomlNode::Table kNothing;
  table_ = std::get_if<TomlNode::Table>(&node.value);
  if (table_ != nullptr) return;
  table_ = &kNothing;
  faults_->add(place_, "应为一个表", "expected a table");
}

bool TableReader::has(std::string_view key) const {
  return table_->find(key) != table_->end();
}

Place TableReader::place_of(std::string_view key) const {
  const auto found = table_->find(key);
  return found == table_->end() ? place_ : Place{place_.file, found->second.line};
}

void TableReader::fault(std::string_view key, const std::string& zh, const std::string& en) {
  faults_->add(place_of(key), std::string(key) + " " + zh, std::string(key) + " " + en);
}

void TableReader::fault_word(const Place& place, const std::string& word, const std::vector<std::string>& words) {
  const auto meant = nearest(word, words);
  faults_->add(place, "“" + word + "”不在可选值中：" + joined(words, "、") + (meant ? "；是否为 " + *meant : ""),
               "\"" + word + "\" is none of " + joined(words, ", ") + (meant ? "; did you mean " + *meant : ""));
}

template <typename T>
const T* TableReader::get(std::string_view key, const char* zh, const char* en) {
  asked_.emplace_back(key);
  const auto found = table_->find(key);
  if (found == table_->end()) return nullptr;
  const auto* value = std::get_if<T>(&found->second.value);
  if (value == nullptr) fault(key, std::string("应为") + zh, std::string("is not ") + en);
  return value;
}

template <typename T>
std::vector<std::pair<T, Place>> TableReader::elements(std::string_view key, const char* zh, const char* en) {
  std::vector<std::pair<T, Place>> result;
  const auto* array = get<TomlNode::Array>(key, "列表，写在 [ ] 里", "a list in [ ]");
  if (array == nullptr) return result;
  for (const auto& element : *array) {
    const Place place{place_.file, element.line};
    if (const auto* value = std::get_if<T>(&element.value)) {
      result.emplace_back(*value, place);
    } else {
      faults_->add(place, std::string(key) + " 的每一项应为" + zh,
                   std::string(key) + " holds something that is not " + en);
    }
  }
  return result;
}

std::string TableReader::text(std::string_view key) {
  const auto found = find_text(key);
  if (!has(key)) fault(key, "必须填写", "is missing");
  if (found && trim(*found).empty()) fault(key, "不能为空", "is blank");
  return found.value_or("");
}

std::optional<std::string> TableReader::find_text(std::string_view key) {
  const auto* value = get<std::string>(key, "文字，写在引号里", "text in quotes");
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::string TableReader::text_or(std::string_view key, std::string_view fallback) {
  return find_text(key).value_or(std::string(fallback));
}

std::int64_t TableReader::number(std::string_view key, Range range) {
  if (!has(key)) fault(key, "必须填写", "is missing");
  return number_or(key, range.least, range);
}

std::int64_t TableReader::number_or(std::string_view key, std::int64_t fallback, Range range) {
  const auto* value = get<std::int64_t>(key, kNumberZh, kNumberEn);
  if (value == nullptr) return fallback;
  if (is_within(*value, range)) return *value;
  fault(key, between_zh(range), between_en(range));
  return fallback;
}

bool TableReader::flag(std::string_view key) {
  const auto* value = get<bool>(key, " true 或 false（不加引号）", "true or false (without quotes)");
  return value != nullptr && *value;
}

Date TableReader::day(std::string_view key) {
  if (!has(key)) fault(key, "必须填写", "is missing");
  return find_day(key).value_or(Date{});
}

std::optional<Date> TableReader::find_day(std::string_view key) {
  const auto* value = get<Date>(key, kDayZh, kDayEn);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  std::vector<std::string> result;
  for (auto& element : placed_texts(key))
    result.push_back(std::move(element.text));
  return result;
}

std::vector<PlacedText> TableReader::placed_texts(std::string_view key) {
  std::vector<PlacedText> result;
  for (auto& [text, place] : elements<std::string>(key, "文字，写在引号里", "text in quotes")) {
    if (trim(text).empty()) {
      faults_->add(place, std::string(key) + " 里有空白项", std::string(key) + " holds a blank entry");
    } else {
      result.push_back({std::move(text), std::move(place)});
    }
  }
  return result;
}

std::vector<Date> TableReader::days(std::string_view key) {
  std::vector<Date> result;
  for (const auto& [day, place] : elements<Date>(key, kDayZh, kDayEn))
    result.push_back(day);
  return result;
}

std::vector<int> TableReader::numbers(std::string_view key, Range range) {
  std::vector<int> result;
  for (const auto& [number, place] : elements<std::int64_t>(key, kNumberZh, kNumberEn)) {
    if (is_within(number, range)) {
      result.push_back(static_cast<int>(number));
    } else {
      faults_->add(place, std::string(key) + " " + between_zh(range), std::string(key) + " " + between_en(range));
    }
  }
  return result;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> result;
  const auto* array =
      get<TomlNode::Array>(key, "若干个表，每个以两层方括号起头", "tables, each begun by double brackets");
  if (array == nullptr) return result;
  for (const auto& element : *array)
    result.emplace_back(element, place_.file, *faults_);
  return result;
}

std::optional<TableReader> TableReader::table(std::string_view key) {
  asked_.emplace_back(key);
  const auto found = table_->find(key);
  if (found != table_->end()) return TableReader(found->second, place_.file, *faults_);
  const auto head = "[" + std::string(key) + "]";
  faults_->add({place_.file, 0}, "缺少 " + head, head + " is missing");
  return std::nullopt;
}

void TableReader::finish() {
  for (const auto& [key, node] : *table_) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    const auto meant = nearest(key, asked_);
    fault(key, "是不认识的项" + (meant ? "；是否为 " + *meant : std::string{}),
          "is not a known key" + (meant ? "; did you mean " + *meant : std::string{}));
  }
}

}  // namespace guatu::campaign
