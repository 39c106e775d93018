#pragma once

#include <boost/json.hpp>
#include <optional>

#include "guatu/campaign/identifiers.hpp"
#include "guatu/json/fields.hpp"

/// Values that are null where nothing is known, for answers whose keys are always there. Only codecs include this header.
namespace guatu::json {

[[nodiscard]] inline boost::json::value text_or_null(const std::string& text) {
  return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

[[nodiscard]] inline boost::json::value day_or_null(const std::optional<Date>& day) {
  return day ? boost::json::value(format_iso(*day)) : boost::json::value(nullptr);
}

[[nodiscard]] inline boost::json::value last_day_or_null(const std::optional<VagueDate>& date) {
  return date ? boost::json::value(format_iso(date->deadline())) : boost::json::value(nullptr);
}

[[nodiscard]] inline boost::json::value money_or_null(const std::optional<Amount>& amount) {
  return amount ? boost::json::value(yuan_text(*amount)) : boost::json::value(nullptr);
}

template <typename Number>
[[nodiscard]] boost::json::value number_or_null(const std::optional<Number>& number) {
  return number ? boost::json::value(*number) : boost::json::value(nullptr);
}

/// Codes as texts, in their order.
[[nodiscard]] inline boost::json::array code_list(const auto& codes) {
  boost::json::array list;
  for (const auto& code : codes)
    list.emplace_back(code.text());
  return list;
}

/// `name` and `name_en`, under another word where one is given.
inline void put_words(boost::json::object& object, const std::string& key, const Bilingual& words) {
  object[key] = words.zh;
  object[key + "_en"] = words.en;
}

}  // namespace guatu::json
