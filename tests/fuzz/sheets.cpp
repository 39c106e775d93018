#include <algorithm>
#include <cmath>

#include "guatu/intake/change_set.hpp"
#include "guatu/intake/form_reading.hpp"
#include "guatu/intake/questions.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

namespace {

using namespace guatu;
using intake::Cell;
using intake::CellKind;

constexpr std::uint32_t kMostRows = 60;
constexpr std::uint32_t kMostColumns = 40;

/// A workbook written down as text. The first line: "u" when the unit is given beside it; lines that begin with ">" after it are
/// answers. A line that begins with "%" begins a
/// sheet of this name, with "%-" a hidden one. Every other line is a row, its cells between tabs. What a cell begins with says
/// what it is: # number, @ date, ! error, = formula without value, ~ text in a symbol font, ? boolean; "<" belongs to the cell
/// on its left, "^" to the one above; all else is text, "|" a line break in it.
class WorkbookWriter {
 public:
  intake::Workbook write(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      add_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(workbook_);
  }

 private:
  void add_line(std::string_view line) {
    if (line.starts_with('%') || workbook_.sheets.empty()) {
      workbook_.sheets.emplace_back();
      merges_.clear();
      row_ = 0;
      auto& sheet = workbook_.sheets.back();
      sheet.hidden = line.starts_with("%-");
      sheet.name = line.substr(line.starts_with('%') ? (sheet.hidden ? 2 : 1) : 0);
      if (line.starts_with('%')) return;
    }
    if (row_ >= kMostRows) return;
    std::uint32_t column = 0;
    for (; column < kMostColumns; ++column) {
      const auto end = std::min(line.find('\t'), line.size());
      add_cell(line.substr(0, end), column);
      if (end == line.size()) break;
      line.remove_prefix(end + 1);
    }
    ++row_;
  }

  void add_cell(std::string_view text, std::uint32_t column) {
    auto& sheet = workbook_.sheets.back();
    if (text == "<" && column > 0) return join(row_, column - 1, column);
    if (text == "^" && row_ > 0) return join(row_ - 1, column, column);
    if (text.empty()) return;
    Cell cell{row_, static_cast<std::uint16_t>(column)};
    std::string rest(text.substr(1));
    const auto number = std::strtod(rest.c_str(), nullptr);
    cell.number = std::isfinite(number) ? number : 0;
    cell.kind = CellKind::Text;
    switch (text.front()) {
      case '#':
        cell.kind = CellKind::Number;
        break;
      case '@':
        cell.kind = CellKind::Date;
        break;
      case '?':
        cell.kind = CellKind::Boolean;
        break;
      case '!':
        cell.kind = CellKind::Error;
        break;
      case '=':
        cell.kind = CellKind::Empty;
        cell.formula = true;
        break;
      case '~':
        cell.symbol_font = true;
        break;
      default:
        rest = text;
    }
    std::ranges::replace(rest, '|', '\n');
    cell.text = static_cast<std::uint32_t>(sheet.texts.size());
    sheet.texts.push_back(rest);
    sheet.cells.push_back(cell);
  }

  /// The range that the cell at `row`, `column` belongs to grows to the place that is being written.
  void join(std::uint32_t row, std::uint32_t column, std::uint32_t to_column) {
    auto& merges = workbook_.sheets.back().merges;
    const auto [found, fresh] = merges_.try_emplace({row, column}, merges.size());
    if (fresh) merges.push_back({row, row, static_cast<std::uint16_t>(column), static_cast<std::uint16_t>(column)});
    auto& range = merges[found->second];
    range.last_row = std::max(range.last_row, row_);
    range.last_column = std::max(range.last_column, static_cast<std::uint16_t>(to_column));
    merges_[{row_, to_column}] = found->second;
  }

  intake::Workbook workbook_{"f.xlsx", {}};
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> merges_;
  std::uint32_t row_ = 0;
};

/// Compared as an import does: one table after the other. True when nothing was refused.
struct Outcome {
  bool whole = true;
  std::int64_t written = 0;
};

Outcome import(const intake::Workbook& workbook, const intake::ReadingHints& hints, ledger::Ledger& ledger) {
  const auto& campaign = fuzz::shipped_campaign();
  Outcome outcome;
  intake::ListedRows listed;
  for (const auto& form : intake::read_forms(workbook, campaign, hints)) {
    for (const auto& message : form.messages)
      fuzz::require(!message.text.zh.empty() && !message.remedy.zh.empty());
    if (form.form == intake::FormKind::Unknown) continue;
    const auto unit = form.unit.value_or(UnitCode{"150402"});
    const auto dekad = form.dekad.value_or(Dekad{2022, 12, 1});
    const auto changes =
        intake::compare_with_ledger(form, {campaign, ledger, unit, dekad, std::nullopt, false, hints.answers}, listed);
    // A list of questions that nobody has answered yet answers nothing.
    fuzz::require(intake::parse_answers(intake::questions_text(changes.messages)).value().empty());
    fuzz::require(changes.rows >= changes.refused);
    outcome.whole = outcome.whole && !changes.has_errors() && changes.refused == 0;
    if (changes.has_errors()) continue;
    outcome.written += static_cast<std::int64_t>(changes.projects.size() + changes.parts.size());
    intake::apply_changes(changes, ledger);
  }
  return outcome;
}

}  // namespace

/// The whole intake, from raw cells to a change set. What was taken without a refusal changes nothing when it is taken again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 16'000) return -1;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  intake::ReadingHints hints;
  if (text.front() == 'u') hints = {UnitCode{"150402"}, Dekad{2022, 12, 1}};
  auto line_end = std::min(text.find('\n') + 1, text.size());
  std::string answer_lines;
  while (line_end < size && text[line_end] == '>') {
    const auto next = std::min(text.find('\n', line_end), size - 1) + 1;
    answer_lines += text.substr(line_end + 1, next - line_end - 1);
    line_end = next;
  }
  const auto answers = intake::parse_answers(answer_lines);
  if (answers) hints.answers = &*answers;
  const auto workbook = WorkbookWriter().write(text.substr(line_end));
  ledger::Ledger ledger;
  const auto first = import(workbook, hints, ledger);
  const auto second = import(workbook, hints, ledger);
  if (first.whole && second.whole) fuzz::require(second.written == 0);
  return 0;
}
