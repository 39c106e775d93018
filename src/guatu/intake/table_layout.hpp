#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/intake/amount_reading.hpp"
#include "guatu/intake/grid.hpp"
#include "guatu/intake/header_match.hpp"

/// Where a sheet keeps its table: the header's rows and what each column means. Source: contract 4; domain 1.2, 1.4.
namespace guatu::intake {

struct Column {
  std::uint32_t index = 0;
  std::string header;  ///< In words, rows of a deep header joined by " / ".
  Field field = Field::KnownUnused;
  std::vector<KindCode> kinds;     ///< Wide form: whose column; several in a merged column.
  std::optional<AmountUnit> unit;  ///< Named in the header.
  std::optional<int> year;         ///< Named in the header.
};

enum class TableShape {
  Tasks,     ///< One line a project: base columns, perhaps columns for kinds.
  Lines,     ///< One line a procedure part: a column 审批事项.
  Problems,  ///< Table 3.
};

struct TableLayout {
  TableShape shape = TableShape::Tasks;
  std::uint32_t header_top = 0, header_bottom = 0;
  std::vector<Column> columns;
  std::vector<Place> unknown_headers;    ///< Columns whose header nobody understands.
  std::vector<Place> duplicate_headers;  ///< Columns that repeat one on their left.
  std::vector<Place> other_years;        ///< Plans of other years; their columns are not read.

  [[nodiscard]] const Column* find(Field field) const;
  [[nodiscard]] bool has_kinds() const;
};

/// The table of a sheet, or nothing when no header is found within its first rows.
[[nodiscard]] std::optional<TableLayout> find_table(const Grid& grid, const campaign::Campaign& campaign);

}  // namespace guatu::intake
