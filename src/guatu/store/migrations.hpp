#pragma once

#include <string_view>
#include <vector>

/// The scripts of db/migrations, in order, built into the program: NNNN_name.sql for every engine, or one for each where
/// they differ. Statements end with a semicolon at the end of a line, and comments stand on lines of their own.
namespace guatu::store {

struct Migration {
  std::string_view name;  ///< "0001_journal"
  std::string_view script;
};

/// Shape: as many for each engine, under the same names.
[[nodiscard]] const std::vector<Migration>& sqlite_migrations();
[[nodiscard]] const std::vector<Migration>& postgres_migrations();

}  // namespace guatu::store
