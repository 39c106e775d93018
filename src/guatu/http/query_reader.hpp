#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "guatu/http/problem.hpp"
#include "guatu/http/target.hpp"
#include "guatu/values/date.hpp"

/// The parameters of a request, read strictly: everything wrong is said at once.
namespace guatu::http {

class QueryReader {
 public:
  explicit QueryReader(const Target& target) : target_(target) {}

  /// A day that must be given; 1970-01-01 when it is at fault.
  [[nodiscard]] Date day(const std::string& name);
  /// An instant, or a day whose last second is meant.
  [[nodiscard]] std::optional<std::int64_t> find_instant(const std::string& name);
  /// Empty when absent.
  [[nodiscard]] std::string text(const std::string& name);

  /// Every fault, parameters that nobody asked for and repeated ones among them; none when all is well. Called last.
  [[nodiscard]] std::optional<Problem> finish();

 private:
  [[nodiscard]] std::optional<std::string> find(const std::string& name);
  void fault(const std::string& name, Bilingual text);

  const Target& target_;
  std::set<std::string, std::less<>> known_;
  std::vector<Fault> faults_;
};

}  // namespace guatu::http
