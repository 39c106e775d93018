#pragma once

#include <string_view>
#include <vector>

/// The scripts of db/migrations, in order, built into the program. Statements end with a semicolon at the end of a line, and
/// comments stand on lines of their own.
namespace guatu::store {

struct Migration {
  std::string_view name;  ///< "0001_journal"
  std::string_view script;
};

[[nodiscard]] const std::vector<Migration>& migrations();

}  // namespace guatu::store
