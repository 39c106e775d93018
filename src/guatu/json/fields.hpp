#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/values/amount.hpp"
#include "guatu/values/vague_date.hpp"

/// Small tools for codecs: writing that leaves out what is absent, reading that names the key at fault.
/// Only codecs include this header.
namespace guatu::json {

/// Reads one object; the first fault sticks, later reads give defaults. Ask `finish` at the end.
class Fields {
 public:
  explicit Fields(const boost::json::value& value, std::string_view path = {});

  [[nodiscard]] std::string text(std::string_view key);     ///< Empty when absent.
  [[nodiscard]] std::int64_t number(std::string_view key);  ///< Must be there.
  [[nodiscard]] std::int64_t number_or(std::string_view key, std::int64_t fallback);
  [[nodiscard]] bool flag(std::string_view key);  ///< False when absent.
  [[nodiscard]] Date day(std::string_view key);   ///< Must be there.
  [[nodiscard]] std::optional<Date> find_day(std::string_view key);
  [[nodiscard]] std::optional<VagueDate> find_vague_date(std::string_view key);
  [[nodiscard]] std::optional<Amount> find_amount(std::string_view key);  ///< Text of yuan.
  /// The value under the key, or nullptr when absent or null.
  [[nodiscard]] const boost::json::value* find(std::string_view key) const;
  /// Its elements; none when absent.
  [[nodiscard]] const boost::json::array& list(std::string_view key);
  void fail(std::string_view key, std::string_view expected);

  [[nodiscard]] bool failed() const { return !fault_.empty(); }
  /// Errors: IntegrityBroken, naming the first key at fault.
  [[nodiscard]] Result<void> finish() const;

 private:
  const boost::json::object* object_ = nullptr;
  std::string path_;
  std::string fault_;
};

/// Parses text into `storage`. Errors: IntegrityBroken.
[[nodiscard]] Result<boost::json::value> parse_body(std::string_view body, boost::json::storage_ptr storage = {});

void put_text(boost::json::object& object, std::string_view key, std::string_view text);  ///< Absent when empty.
void put_flag(boost::json::object& object, std::string_view key, bool flag);              ///< Absent when false.
void put_day(boost::json::object& object, std::string_view key, const std::optional<Date>& day);
void put_vague_date(boost::json::object& object, std::string_view key, const std::optional<VagueDate>& date);
void put_amount(boost::json::object& object, std::string_view key, const std::optional<Amount>& amount);

[[nodiscard]] boost::json::object bilingual_value(const Bilingual& text);
[[nodiscard]] Bilingual read_bilingual(const boost::json::value* value);
[[nodiscard]] std::string yuan_text(Amount amount);

}  // namespace guatu::json
