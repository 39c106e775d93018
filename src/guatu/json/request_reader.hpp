#pragma once

#include <boost/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/json/body_fault.hpp"
#include "guatu/values/date.hpp"

/// One object of a request's body, read strictly: everything wrong is said at once, each with a pointer to it. Only codecs
/// include this header.
namespace guatu::json {

class RequestReader {
 public:
  /// `pointer`: where the object stands, "" for the body itself.
  RequestReader(const boost::json::value& value, std::string pointer, BodyFaults& faults);

  enum class Need { Must, May };
  /// At most `longest` characters, without control characters. Empty when absent or at fault.
  [[nodiscard]] std::string text(std::string_view key, Need need, std::size_t longest = 200);
  /// None when absent.
  [[nodiscard]] std::optional<std::string> find_text(std::string_view key, std::size_t longest = 2000);
  [[nodiscard]] std::optional<bool> find_flag(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> find_number(std::string_view key);
  [[nodiscard]] std::optional<Date> find_day(std::string_view key);
  /// At most `most` elements; none when absent.
  [[nodiscard]] const boost::json::array& list(std::string_view key, Need need, std::size_t most);
  void fault(std::string_view key, Bilingual text);
  /// Keys that nobody asked for are faults. Called last.
  void finish();

 private:
  [[nodiscard]] const boost::json::value* find(std::string_view key);

  const boost::json::object* object_ = nullptr;
  std::string pointer_;
  BodyFaults& faults_;
  std::set<std::string, std::less<>> known_;
};

/// The body as JSON of at most 16 levels. None and a fault when it is none.
[[nodiscard]] std::optional<boost::json::value> parse_request(std::string_view body, BodyFaults& faults);

}  // namespace guatu::json
