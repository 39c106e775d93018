#pragma once

#include <string>
#include <vector>

#include "guatu/intake/change_set.hpp"

/// `import` of contract 2: one entry a table.
namespace guatu::json {

/// Whether each table lists what it changes, cell by cell:
/// changes:[{project, name, kind, part, field, before, after, sheet, cell, value}].
enum class Changes { Listed, Left };

[[nodiscard]] std::string encode_import(const std::vector<intake::ChangeSet>& tables, bool applied, std::int64_t seq,
                                        Changes changes = Changes::Left);

}  // namespace guatu::json
