#include "guatu/intake/table_layout.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

constexpr std::uint32_t kDeepestStart = 30;  ///< A header begins within these rows.
constexpr std::uint32_t kMostRows = 4;       ///< And has at most so many.
constexpr std::uint32_t kMostColumns = 500;  ///< Nothing further to the right is a column of a form.

bool is_header_text(const std::string& text, const campaign::Campaign& campaign) {
  return find_project_field(text) || find_part_field(text) || find_problem_field(text) ||
         !find_kinds(text, campaign).empty() || find_kind_field(text, campaign) ||
         match_key_without_brackets(text).starts_with("(");
}

std::size_t count_headers(const Grid& grid, std::uint32_t row, const campaign::Campaign& campaign) {
  const auto cells = grid.own_cells(row);
  return static_cast<std::size_t>(std::ranges::count_if(cells, [&](const Cell* cell) {
    return cell->column < kMostColumns && is_header_text(grid.text(row, cell->column), campaign);
  }));
}

/// A row of a deep header: at least half of what is written there are headers.
bool is_header_row(const Grid& grid, std::uint32_t row, const campaign::Campaign& campaign) {
  const auto written = grid.own_cells(row).size();
  return written > 0 && count_headers(grid, row, campaign) * 2 >= written;
}

struct NameHeader {
  std::uint32_t row = 0, column = 0;
};

/// 项目 over 序号 and 项目名称 is a group of columns: the name's own header stands below it.
bool is_group(const Grid& grid, std::uint32_t row, const campaign::Campaign& campaign) {
  if (row + 1 >= grid.row_count() || !is_header_row(grid, row + 1, campaign)) return false;
  return std::ranges::any_of(grid.own_cells(row + 1), [&](const Cell* cell) {
    return cell->column < kMostColumns && find_project_field(grid.text(row + 1, cell->column)) == Field::Name;
  });
}

/// The cell 项目名称 with company: two more headers in its row or beside it.
std::optional<NameHeader> find_name_header(const Grid& grid, const campaign::Campaign& campaign) {
  for (std::uint32_t row = 0; row < std::min(grid.row_count(), kDeepestStart); ++row) {
    for (const Cell* cell : grid.own_cells(row)) {
      if (cell->column >= kMostColumns) break;
      if (find_project_field(grid.text(row, cell->column)) != Field::Name) continue;
      if (is_group(grid, row, campaign)) break;
      std::size_t company = count_headers(grid, row, campaign) - 1;
      if (row + 1 < grid.row_count() && is_header_row(grid, row + 1, campaign))
        company += count_headers(grid, row + 1, campaign);
      if (row > 0 && is_header_row(grid, row - 1, campaign)) company += count_headers(grid, row - 1, campaign);
      if (company >= 2) return NameHeader{row, cell->column};
      break;  // What stands beside it is the same for every other cell of the row.
    }
  }
  return std::nullopt;
}

bool names_kind(const Grid& grid, std::uint32_t row, const campaign::Campaign& campaign) {
  return std::ranges::any_of(grid.own_cells(row), [&](const Cell* cell) {
    return !find_kinds(grid.text(row, cell->column), campaign).empty();
  });
}

/// A cell of the row reaches down to `bottom`.
bool reaches(const Grid& grid, std::uint32_t row, std::uint32_t bottom) {
  return std::ranges::any_of(grid.own_cells(row), [&](const Cell* cell) { return grid.merge_bottom(*cell) >= bottom; });
}

void find_header_rows(TableLayout& layout, const Grid& grid, const NameHeader& name,
                      const campaign::Campaign& campaign) {
  layout.header_top = name.row;
  while (layout.header_top > 0 && name.row - layout.header_top + 1 < kMostRows &&
         is_header_row(grid, layout.header_top - 1, campaign) &&
         (names_kind(grid, layout.header_top - 1, campaign) || reaches(grid, layout.header_top - 1, name.row)))
    --layout.header_top;
  const Cell& cell = *grid.find_own(name.row, name.column);
  layout.header_bottom = std::min(grid.merge_bottom(cell), name.row + kMostRows - 1);
  while (layout.header_bottom + 1 < grid.row_count() && layout.header_bottom - layout.header_top + 1 < kMostRows &&
         grid.text(layout.header_bottom + 1, name.column).empty() &&
         is_header_row(grid, layout.header_bottom + 1, campaign))
    ++layout.header_bottom;
}

/// The header's texts over a column from top to bottom, merged ones once.
std::vector<std::string> header_path(const Grid& grid, const TableLayout& layout, std::uint32_t column) {
  std::vector<std::string> path;
  for (auto row = layout.header_top; row <= layout.header_bottom; ++row) {
    auto text = normalise(grid.text(row, column));
    if (!text.empty() && (path.empty() || path.back() != text)) path.push_back(std::move(text));
  }
  return path;
}

std::string joined(const std::vector<std::string>& path, std::string_view between) {
  std::string text;
  for (const auto& part : path)
    text += (text.empty() ? std::string() : std::string(between)) + part;
  return text;
}

/// The same as it is written, for messages; line breaks of a narrow column are left out.
std::string header_words(const Grid& grid, const TableLayout& layout, std::uint32_t column) {
  std::string words;
  std::string last;
  for (auto row = layout.header_top; row <= layout.header_bottom; ++row) {
    const auto text = grid.text(row, column);
    auto normal = normalise(text);
    if (normal.empty() || normal == last) continue;
    last = std::move(normal);
    words += (words.empty() ? "" : " / ") + without_characters(text, "\r\n");
  }
  return words;
}

using FieldFinder = std::optional<Field> (*)(std::string_view);

/// The deepest text that is a header, or the texts joined to one.
std::optional<Field> find_in_path(const std::vector<std::string>& path, std::initializer_list<FieldFinder> finders) {
  for (const auto finder : finders) {
    for (const auto& text : std::views::reverse(path))
      if (const auto field = finder(text)) return field;
    if (const auto field = finder(joined(path, ""))) return field;
  }
  return std::nullopt;
}

/// A kind and its sub-column: in one cell, the deepest first, or in the texts joined to one.
std::optional<KindField> find_kind_field_in(const std::vector<std::string>& path, const campaign::Campaign& campaign) {
  for (const auto& text : std::views::reverse(path))
    if (auto both = find_kind_field(text, campaign)) return both;
  return find_kind_field(joined(path, ""), campaign);
}

/// The meaning of one column, or none.
std::optional<Column> read_column(const std::vector<std::string>& path, TableShape shape,
                                  const campaign::Campaign& campaign) {
  Column column;
  column.unit = find_amount_unit(joined(path, ""));
  column.year = find_header_year(joined(path, ""));
  std::optional<Field> field;
  if (shape == TableShape::Problems) {
    field = find_in_path(path, {find_problem_field, find_project_field});
  } else if (shape == TableShape::Lines) {
    field = find_in_path(path, {find_part_field, find_project_field});
  } else {
    for (std::size_t i = 0; i < path.size(); ++i) {
      column.kinds = find_kinds(path[i], campaign);
      if (column.kinds.empty()) continue;
      const std::vector<std::string> below(path.begin() + static_cast<std::ptrdiff_t>(i) + 1, path.end());
      field = below.empty() ? std::optional(Field::State) : find_in_path(below, {find_part_field});
      break;
    }
    if (column.kinds.empty()) field = find_in_path(path, {find_project_field});
    if (!field && column.kinds.empty() && !path.empty()) {
      if (auto both = find_kind_field_in(path, campaign)) {
        column.kinds = std::move(both->kinds);
        field = both->field;
      } else if (find_part_field(path.back()) == Field::Part) {
        field = Field::Part;
      }
    }
  }
  if (!field) return std::nullopt;
  column.field = *field;
  return column;
}

Column name_column() {
  Column column;
  column.field = Field::Name;
  return column;
}

TableShape find_shape(const Grid& grid, const TableLayout& layout) {
  bool kind = false;
  int problem_columns = 0;
  for (std::uint32_t column = 0; column < std::min(grid.column_count(), kMostColumns); ++column) {
    const auto path = header_path(grid, layout, column);
    if (path.empty()) continue;
    kind = kind || find_part_field(path.back()) == Field::Kind;
    const auto problem = find_problem_field(path.back());
    if (problem && *problem != Field::CityDepartment) ++problem_columns;
  }
  if (problem_columns >= 2) return TableShape::Problems;
  return kind ? TableShape::Lines : TableShape::Tasks;
}

/// Columns that may stand several times without harm.
bool may_repeat(Field field) {
  return field == Field::KnownUnused || field == Field::Note || field == Field::PartNote || field == Field::Serial;
}

void add_column(TableLayout& layout, std::set<std::pair<Field, std::vector<KindCode>>>& seen, Column column,
                const Place& place) {
  if (seen.emplace(column.field, column.kinds).second) {
    layout.columns.push_back(std::move(column));
  } else if (!may_repeat(column.field)) {
    layout.duplicate_headers.push_back(place);
  }
}

}  // namespace

const Column* TableLayout::find(Field field) const {
  const auto found = std::ranges::find_if(
      columns, [&](const Column& column) { return column.field == field && column.kinds.empty(); });
  return found == columns.end() ? nullptr : &*found;
}

bool TableLayout::has_kinds() const {
  return std::ranges::any_of(columns, [](const Column& column) { return !column.kinds.empty(); });
}

std::optional<TableLayout> find_table(const Grid& grid, const campaign::Campaign& campaign) {
  const auto name = find_name_header(grid, campaign);
  if (!name) return std::nullopt;
  TableLayout layout;
  find_header_rows(layout, grid, *name, campaign);
  layout.shape = find_shape(grid, layout);
  std::set<std::pair<Field, std::vector<KindCode>>> seen;
  for (std::uint32_t index = 0; index < grid.column_count(); ++index) {
    const auto path = header_path(grid, layout, index);
    if (path.empty()) continue;
    if (index >= kMostColumns) {
      layout.unknown_headers.push_back(grid.place(layout.header_bottom, index, header_words(grid, layout, index)));
      break;
    }
    const auto row = grid.find_shown(layout.header_bottom, index) != nullptr ? layout.header_bottom : layout.header_top;
    // Whatever stands over or below it, the header that the table was found by is that of the name.
    auto column = index == name->column ? std::optional(name_column()) : read_column(path, layout.shape, campaign);
    const auto words = header_words(grid, layout, index);
    const Place place = grid.place(row, index, words);
    if (!column) {
      layout.unknown_headers.push_back(place);
      continue;
    }
    column->index = index;
    column->header = words;
    // Another year's plan is a column of its own, not a second one of this year's.
    if (column->field == Field::YearPlan && column->year && *column->year != campaign.form.plan_year) {
      column->field = Field::KnownUnused;
      layout.other_years.push_back(place);
    }
    add_column(layout, seen, std::move(*column), place);
  }
  return layout;
}

}  // namespace guatu::intake
