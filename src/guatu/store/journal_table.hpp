#pragma once

#include <span>
#include <string>
#include <vector>

/// Tables of the journal as rows of whole numbers and texts, for whoever writes many rows at once.
namespace guatu::store {

struct JournalTable {
  std::span<const char* const> numbers;  ///< Columns of whole numbers, in order.
  std::span<const char* const> texts;
  const char* insert_one;   ///< One row, each column a parameter of its name.
  const char* insert_many;  ///< Any number of rows as one JSON parameter `rows`; none where the engine needs none.
};

/// Shape: as many numbers and texts as the table has columns of each, in the same order.
struct JournalRow {
  std::vector<long long> numbers;
  std::vector<std::string> texts;
};

}  // namespace guatu::store
