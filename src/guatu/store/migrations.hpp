#pragma once

#include <string_view>
#include <vector>

/// The scripts of db/migrations, in order, built into the program.
namespace guatu::store {

struct Migration {
  std::string_view name;  ///< "0001_journal"
  std::string_view script;
};

[[nodiscard]] const std::vector<Migration>& migrations();

}  // namespace guatu::store
