#include "guatu/http/query/query_reader.hpp"

#include <algorithm>
#include <charconv>

#include "guatu/base/text.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::http {
namespace {

/// A campaign's days: what was before and what comes after a day can be asked for as well.
bool within_reach(int year) {
  return year >= 1950 && year <= 2150;
}

}  // namespace

std::optional<std::string> QueryReader::find(const std::string& name) {
  known_.insert(name);
  const auto found = std::ranges::find(target_.query, name, &std::pair<std::string, std::string>::first);
  return found == target_.query.end() ? std::nullopt : std::optional(found->second);
}

void QueryReader::fault(const std::string& name, Bilingual text) {
  faults_.push_back({std::move(text), "/query/" + name});
}

std::optional<Date> QueryReader::find_day(const std::string& name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  const auto day = parse_iso_date(*value);
  if (day && within_reach(day->year())) return *day;
  fault(name, {name + " 应为日期，如 2022-11-30", name + " must be a day like 2022-11-30"});
  return std::nullopt;
}

std::optional<std::int64_t> QueryReader::find_instant(const std::string& name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  if (const auto day = parse_iso_date(*value)) return last_second_of(*day);
  const auto instant = parse_rfc3339(*value);
  if (instant) return *instant;
  fault(name, {name + " 应为时刻，如 2022-12-10T18:00:00+08:00（地址中 + 写作 %2B）",
               name + " must be an instant like 2022-12-10T18:00:00+08:00 (in an address + is written %2B)"});
  return std::nullopt;
}

std::string QueryReader::text(const std::string& name) {
  return find(name).value_or("");
}

std::optional<bool> QueryReader::find_flag(const std::string& name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  if (*value != "true" && *value != "false")
    fault(name, {name + " 应为 true 或 false", name + " must be true or false"});
  return *value == "true";
}

std::int64_t QueryReader::number(const std::string& name, std::int64_t least, std::int64_t most,
                                 std::int64_t otherwise) {
  const auto value = find(name);
  if (!value) return otherwise;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  const bool whole = error == std::errc{} && end == value->data() + value->size();
  if (whole && least <= number && number <= most) return number;
  const auto range = std::to_string(least) + "–" + std::to_string(most);
  fault(name, {name + " 应为 " + range + " 的整数", name + " must be a number from " + range});
  return otherwise;
}

std::string QueryReader::choice(const std::string& name, std::span<const std::string_view> words) {
  const auto value = find(name);
  if (!value || std::ranges::find(words, *value) != words.end()) return value.value_or("");
  std::string list;
  for (const auto word : words)
    list += (list.empty() ? "" : ", ") + std::string(word);
  fault(name, {name + " 只能是 " + list, name + " must be one of " + list});
  return {};
}

std::vector<std::string> QueryReader::words(const std::string& name, bool (*knows)(std::string_view word)) {
  const auto value = find(name);
  if (!value) return {};
  auto words = split_any(*value, ",");
  if (words.empty()) fault(name, {name + " 不能为空", name + " must not be empty"});
  for (const auto& word : words)
    if (knows != nullptr && !knows(word))
      fault(name, {name + " 中没有“" + word + "”", name + " knows no \"" + word + "\""});
  return words;
}

std::optional<Problem> QueryReader::finish() {
  std::set<std::string_view> seen;
  for (const auto& [name, value] : target_.query) {
    if (!known_.contains(name))
      fault(name, {"没有参数“" + name + "”", "there is no parameter \"" + name + "\" here"});
    else if (!seen.insert(name).second)
      fault(name, {"参数 " + name + " 重复", "parameter " + name + " stands twice"});
  }
  if (faults_.empty()) return std::nullopt;
  return Problem{400, "wrong_usage", {"请求的参数不对", "the parameters of the request are wrong"}, "", faults_};
}

}  // namespace guatu::http
