#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/http/answers/problem.hpp"
#include "guatu/http/wire/target.hpp"
#include "guatu/values/date.hpp"

/// The parameters of a request, read strictly: everything wrong is said at once.
namespace guatu::http {

class QueryReader {
 public:
  explicit QueryReader(const Target& target) : target_(target) {}

  [[nodiscard]] std::optional<Date> find_day(const std::string& name);
  /// An instant, or a day whose last second is meant.
  [[nodiscard]] std::optional<std::int64_t> find_instant(const std::string& name);
  /// Empty when absent.
  [[nodiscard]] std::string text(const std::string& name);
  /// "true" or "false".
  [[nodiscard]] std::optional<bool> find_flag(const std::string& name);
  /// Between the two, inclusive; `otherwise` when absent or at fault.
  [[nodiscard]] std::int64_t number(const std::string& name, std::int64_t least, std::int64_t most,
                                    std::int64_t otherwise);
  /// One of the words; empty when absent or at fault.
  [[nodiscard]] std::string choice(const std::string& name, std::span<const std::string_view> words);
  /// Several, separated by commas, each of which `knows` has to know.
  [[nodiscard]] std::vector<std::string> words(const std::string& name, bool (*knows)(std::string_view word) = nullptr);
  /// What a parameter says cannot be used.
  void fault(const std::string& name, Bilingual text);

  /// Every fault, parameters that nobody asked for and repeated ones among them; none when all is well. Called last.
  [[nodiscard]] std::optional<Problem> finish();

 private:
  [[nodiscard]] std::optional<std::string> find(const std::string& name);

  const Target& target_;
  std::set<std::string, std::less<>> known_;
  std::vector<Fault> faults_;
};

}  // namespace guatu::http
