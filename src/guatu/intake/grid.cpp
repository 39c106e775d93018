#include "guatu/intake/grid.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::intake {
namespace {

// A damaged file may merge a whole sheet, or the same range a hundred thousand times; nobody reads that far.
constexpr std::size_t kMostCovered = 500'000;

std::uint64_t place_number(std::uint32_t row, std::uint32_t column) {
  return (std::uint64_t{row} << 32U) | column;
}

}  // namespace

Grid::Grid(const Sheet& sheet) : sheet_(sheet), row_count_(sheet.row_count()), column_count_(sheet.column_count()) {
  row_begins_.assign(row_count_ + std::size_t{1}, sheet.cells.size());
  for (std::size_t i = sheet.cells.size(); i-- > 0;)
    row_begins_[sheet.cells[i].row] = i;
  for (std::size_t row = row_count_; row-- > 0;)
    row_begins_[row] = std::min(row_begins_[row], row_begins_[row + 1]);
  std::size_t covered = 0;
  for (const auto& merge : sheet.merges) {
    const Cell* first = find_own(merge.first_row, merge.first_column);
    if (first == nullptr || first->kind == CellKind::Empty) continue;
    merge_bottoms_[place_number(merge.first_row, merge.first_column)] = merge.last_row;
    const auto last_row = std::min<std::uint32_t>(merge.last_row, row_count_ == 0 ? 0 : row_count_ - 1);
    const auto last_column = std::min<std::uint32_t>(merge.last_column, column_count_ - 1);
    for (auto row = merge.first_row; row <= last_row && covered < kMostCovered; ++row)
      for (std::uint32_t column = merge.first_column; column <= last_column; ++column, ++covered)
        covered_.emplace(place_number(row, column), first);
  }
}

const Cell* Grid::find_own(std::uint32_t row, std::uint32_t column) const {
  if (row >= row_count_) return nullptr;
  const auto first = sheet_.cells.begin() + static_cast<std::ptrdiff_t>(row_begins_[row]);
  const auto last = sheet_.cells.begin() + static_cast<std::ptrdiff_t>(row_begins_[row + 1]);
  const auto found =
      std::ranges::lower_bound(first, last, column, {}, [](const Cell& cell) { return std::uint32_t{cell.column}; });
  return found != last && found->column == column ? &*found : nullptr;
}

const Cell* Grid::find_shown(std::uint32_t row, std::uint32_t column) const {
  if (!covered_.empty())
    if (const auto found = covered_.find(place_number(row, column)); found != covered_.end()) return found->second;
  return find_own(row, column);
}

std::string Grid::text(std::uint32_t row, std::uint32_t column) const {
  const Cell* cell = find_shown(row, column);
  return cell == nullptr ? std::string() : trim(sheet_.text_of(*cell));
}

std::vector<const Cell*> Grid::own_cells(std::uint32_t row) const {
  std::vector<const Cell*> cells;
  if (row >= row_count_) return cells;
  for (auto i = row_begins_[row]; i < row_begins_[row + 1]; ++i) {
    const Cell& cell = sheet_.cells[i];
    if (cell.kind == CellKind::Empty) continue;
    if (cell.kind == CellKind::Text && trim(sheet_.text_of(cell)).empty()) continue;
    cells.push_back(&cell);
  }
  return cells;
}

std::uint32_t Grid::merge_bottom(const Cell& cell) const {
  const auto found = merge_bottoms_.find(place_number(cell.row, cell.column));
  return found == merge_bottoms_.end() ? cell.row : found->second;
}

Place Grid::place(std::uint32_t row, std::uint32_t column, const std::string& header) const {
  const Cell* cell = find_shown(row, column);
  if (cell == nullptr) return {sheet_.name, cell_name(row, column), header, {}};
  return {sheet_.name, cell_name(cell->row, cell->column), header, sheet_.text_of(*cell)};
}

}  // namespace guatu::intake
