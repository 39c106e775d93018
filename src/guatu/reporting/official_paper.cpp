#include "guatu/reporting/official_paper.hpp"

#include <map>

#include "guatu/base/text.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

std::string rows_text(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    text += "|";
    for (auto cell : row) {
      std::erase(cell, '\n');
      text += " " + cell + " |";
    }
    text += "\n";
  }
  return text;
}

std::string block_text(const PaperBlock& block) {
  if (const auto* table = std::get_if<SmallTable>(&block))
    return (table->caption.empty() ? "" : table->caption + "\n") + rows_text(table->rows);
  return std::get<Paragraph>(block).text + "\n";
}

std::string annex_text(const PaperAnnex& annex) {
  std::string text = "附件" + (annex.number == 0 ? "" : number(annex.number)) + "\n" + annex.title + "\n";
  for (const auto& table : annex.tables)
    text += (table.caption.empty() ? "" : table.caption + "\n") + rows_text(table.rows);
  for (const auto& note : annex.notes)
    text += note + "\n";
  return text;
}

std::string cell_text(const SheetCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* count = std::get_if<std::int64_t>(&cell.value)) return number(*count);
  if (const auto* amount = std::get_if<Amount>(&cell.value)) return format_hundred_million(*amount);
  if (const auto* day = std::get_if<Date>(&cell.value)) return format_dotted(*day);
  return {};
}

std::size_t count_in(std::string_view text) {
  std::size_t count = 0;
  for (const auto character : code_points(text))
    if (character > U' ' && character != U'　') ++count;
  return count;
}

}  // namespace

std::string plain_text(const OfficialPaper& paper) {
  std::string text;
  const auto line = [&text](const std::string& words) {
    if (!words.empty()) text += words + "\n";
  };
  for (const auto& words : mark_lines(paper.marks))
    line(words);
  for (const auto& words : {paper.draft_mark, paper.red_head, paper.document_number, paper.title, paper.addressees})
    line(words);
  for (const auto& block : paper.body)
    text += block_text(block);
  for (std::size_t i = 0; i < paper.attachments.size(); ++i)
    line((i == 0 ? "附件：" : "　　　") + number(static_cast<std::int64_t>(i) + 1) + ". " + paper.attachments[i]);
  line(paper.issuer);
  for (const auto& body : paper.marks.joint)
    line(body);
  line(paper.date);
  for (const auto& note : paper.notes)
    line(note);
  for (const auto& annex : paper.annexes)
    text += annex_text(annex);
  if (!paper.copy_to.empty()) line("抄送：" + paper.copy_to);
  line(paper.printed_on);
  return text;
}

std::size_t character_count(const OfficialPaper& paper) {
  auto count = count_in(paper.title) + count_in(paper.addressees);
  for (const auto& block : paper.body) {
    if (const auto* table = std::get_if<SmallTable>(&block)) {
      count += count_in(table->caption);
      for (const auto& row : table->rows)
        for (const auto& cell : row)
          count += count_in(cell);
    } else {
      count += count_in(std::get<Paragraph>(block).text);
    }
  }
  return count;
}

AnnexTable table_of_sheet(const SheetModel& sheet) {
  std::map<std::uint32_t, std::vector<std::string>> rows;
  for (const auto& cell : sheet.cells) {
    if (cell.style == CellStyle::Title || cell.style == CellStyle::Caption || cell.style == CellStyle::Note) continue;
    auto& row = rows[cell.row];
    row.resize(sheet.column_widths.size());
    row.at(cell.column) = cell_text(cell);
  }
  AnnexTable table{{}, sheet.column_widths, {}};
  for (auto& [index, row] : rows)
    table.rows.push_back(std::move(row));
  return table;
}

std::vector<std::string> notes_of_sheet(const SheetModel& sheet) {
  std::vector<std::string> notes;
  for (const auto& cell : sheet.cells)
    if (cell.style == CellStyle::Note) notes.push_back(cell_text(cell));
  return notes;
}

}  // namespace guatu::reporting
