#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/calendar/dekad.hpp"
#include "guatu/ports/store.hpp"

/// What was typed after a verb, checked against its descriptor.
namespace guatu::cli {

struct OptionSpec {
  std::string name;        ///< "--as-of"
  std::string value_name;  ///< "DAY"; empty for a flag.
  Bilingual help;
  bool required = false;
  std::vector<std::string> choices{};  ///< Closed list of values; empty: free.
  bool many = false;                   ///< May be given several times; the values are lines of one text.
};

struct PositionalSpec {
  std::string name;  ///< "FILE"
  Bilingual help;
  bool required = true;
  bool many = false;
};

class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view option) const;
  /// Empty when absent; several values are joined by line breaks.
  [[nodiscard]] std::string text(std::string_view option) const;
  [[nodiscard]] const std::vector<std::string>& positionals() const { return positionals_; }

  /// Errors: WrongUsage, naming option, value and remedy.
  [[nodiscard]] Result<std::optional<Date>> find_day(std::string_view option) const;
  [[nodiscard]] Result<std::optional<Dekad>> find_dekad(std::string_view option) const;
  [[nodiscard]] Result<std::optional<std::int64_t>> find_number(std::string_view option) const;
  [[nodiscard]] Result<std::optional<std::int64_t>> find_instant(std::string_view option) const;
  /// A head as bulletins print it: number, colon, digest.
  [[nodiscard]] Result<std::optional<ports::CommitHead>> find_head(std::string_view option) const;

  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> positionals_;
};

}  // namespace guatu::cli
