#pragma once

#include <string>
#include <vector>

#include "guatu/intake/change_set.hpp"

/// `import` of contract 2: one entry a table.
namespace guatu::json {

[[nodiscard]] std::string encode_import(const std::vector<intake::ChangeSet>& tables, bool applied, std::int64_t seq);

}  // namespace guatu::json
