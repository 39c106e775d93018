#include "guatu/usecases/sample/mess/table_writer.hpp"

#include <algorithm>

namespace guatu::usecases::mess {

std::string place_name(std::uint32_t row, std::size_t column) {
  std::string letters;
  for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

void TableWriter::text(std::uint32_t row, std::size_t column, const std::string& text) {
  put(row, column, write_text(text, ""), -1, {});
}

void TableWriter::number(std::uint32_t row, std::size_t column, int number) {
  put(row, column, write_number(std::to_string(number), ""), -1, {});
}

void TableWriter::put(std::uint32_t row, std::size_t column, Written written, int project,
                      const std::vector<KindCode>& kinds) {
  if (is_blank(written)) return;
  const auto cell = place_name(row, column);
  const auto kind_texts = [&] {
    std::vector<std::string> texts;
    for (const auto& kind : kinds)
      texts.push_back(kind.text());
    if (texts.empty()) texts.emplace_back();
    return texts;
  }();
  for (const auto& kind : kind_texts)
    for (const auto& meaning : written.meanings)
      if (meaning.kind.empty() || meaning.kind == kind)
        truth_.cells.push_back({sheet_index_, cell, project, kind, meaning.field, meaning.value, written.spelling});
  if (const auto& doubt = written.doubt)
    truth_.questions.push_back({doubt->name, sheet_index_, cell, project, kind_texts.front(), doubt->codes,
                                doubt->planted, doubt->against_ledger});
  written.cell.row = row;
  written.cell.column = static_cast<std::uint16_t>(column);
  sheet_.cells.push_back(std::move(written.cell));
}

void TableWriter::merge(std::uint32_t first_row, std::size_t first_column, std::uint32_t last_row,
                        std::size_t last_column) {
  if (first_row == last_row && first_column == last_column) return;
  sheet_.merges.push_back(
      {first_row, last_row, static_cast<std::uint16_t>(first_column), static_cast<std::uint16_t>(last_column)});
}

std::uint32_t TableWriter::header(std::uint32_t row, const ColumnPlan& plan, bool repeated) {
  const auto depth = plan.depth();
  for (std::size_t level = 0; level < depth; ++level) {
    const auto here = row + static_cast<std::uint32_t>(level);
    for (std::size_t first = 0; first < plan.columns.size();) {
      const auto& path = plan.columns[first].path;
      auto last = first;
      if (path.size() > level + 1) {
        const auto same = [&](const Column& other) {
          return other.path.size() > level + 1 &&
                 std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(level) + 1, other.path.begin());
        };
        while (last + 1 < plan.columns.size() && same(plan.columns[last + 1]))
          ++last;
      }
      if (level < path.size()) {
        const bool leaf = level + 1 == path.size();
        auto written = write_text(path[level], "header");
        if (leaf && plan.columns[first].said == Said::Strange && !repeated)
          written.doubt = Doubt{"header nobody knows", {"unknown_header"}};
        put(here, first, std::move(written), -1, {});
        merge(here, first, leaf ? row + static_cast<std::uint32_t>(depth) - 1 : here, last);
      }
      first = last + 1;
    }
  }
  return row + static_cast<std::uint32_t>(depth);
}

}  // namespace guatu::usecases::mess
