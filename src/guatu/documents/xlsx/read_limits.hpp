#pragma once

#include <chrono>
#include <cstdint>

namespace guatu::documents {

/// What a workbook may cost; whatever its headers declare, the really inflated bytes count.
struct ReadLimits {
  std::uint64_t archive_bytes = 50ULL << 20;
  std::uint64_t inflated_bytes = 200ULL << 20;  ///< All parts together.
  std::uint64_t ratio = 100;                    ///< Inflated ÷ stored of one part, beyond `ratio_floor`.
  std::uint64_t ratio_floor = 4ULL << 20;
  std::int64_t entries = 1000;  ///< Parts of the archive, and relationships of one part.
  std::uint64_t cells = 2'000'000;
  std::size_t sheets = 200;
  std::size_t styles = 65'536;  ///< Each of number formats, fonts and cell formats; spreadsheet programs write fewer.
  std::uint32_t rows = 1'048'576;
  std::uint32_t columns = 16'384;
  int depth = 64;
  std::size_t text_bytes = 32'767 * 4;
  std::uint64_t plain_bytes = 16ULL << 20;  ///< Of a text file.
  std::uint64_t text_cells = 400'000;       ///< Of a text file: twenty thousand rows of twenty columns.
  std::chrono::milliseconds time{5000};
};

}  // namespace guatu::documents
