#pragma once

#include <string>

#include "guatu/store/journal_table.hpp"

namespace guatu::store {

/// Rows as one JSON array of objects, column by column. Texts are UTF-8 without NUL, as the store takes them.
[[nodiscard]] std::string json_rows(const JournalTable& table, std::span<const JournalRow> rows);

}  // namespace guatu::store
