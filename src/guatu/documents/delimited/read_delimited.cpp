#include "guatu/documents/delimited/read_delimited.hpp"

#include <algorithm>
#include <array>

#include "guatu/documents/cell_texts.hpp"
#include "guatu/documents/delimited/decode_text.hpp"
#include "guatu/documents/delimited/field_scanner.hpp"
#include "guatu/documents/delimited/plain_value.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/reporting/csv_text.hpp"

namespace guatu::documents {
namespace {

using intake::Cell;
using intake::CellKind;

struct Separator {
  char character;
  const char* zh;
  const char* en;
};

constexpr std::array kSeparators{Separator{',', "逗号分隔", "separated by commas"},
                                 Separator{'\t', "制表符分隔", "separated by tabs"},
                                 Separator{';', "分号分隔", "separated by semicolons"}};

Bilingual line(std::uint64_t number) {
  return {"第 " + std::to_string(number) + " 行", "line " + std::to_string(number)};
}

/// "sep=;" in the first line, as spreadsheet programs understand it.
const Separator* take_declared(std::string_view& text) {
  constexpr std::string_view kWord = "sep=";
  if (!text.starts_with(kWord) || text.size() <= kWord.size()) return nullptr;
  const auto* found = std::ranges::find(kSeparators, text[kWord.size()], &Separator::character);
  const auto rest = text.substr(kWord.size() + 1);
  if (found == kSeparators.end() || (!rest.empty() && !rest.starts_with('\r') && !rest.starts_with('\n')))
    return nullptr;
  text = rest.substr(std::min(rest.size(), rest.starts_with("\r\n") ? std::size_t{2} : std::size_t{1}));
  return found;
}

const Separator& most_frequent(std::string_view text) {
  constexpr std::size_t kEnough = 64 * 1024;
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : text.substr(0, kEnough)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    for (std::size_t i = 0; i < counts.size(); ++i)
      counts[i] += static_cast<std::size_t>(c == kSeparators[i].character);
  }
  return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

class DelimitedReader {
 public:
  DelimitedReader(const ReadLimits& limits, intake::Sheet& sheet) : limits_(limits), sheet_(sheet), texts_(sheet) {}

  Result<void> read(std::string_view text, char separator) {
    FieldScanner scanner(text, separator);
    while (scanner.next()) {
      if (auto error = limit_met(scanner)) return *std::move(error);
      keep(scanner);
    }
    const auto at = line(scanner.line());
    if (scanner.fault() == FieldFault::OpenQuote)
      return bad_text(at.zh + "的引号没有成对", "a quote of " + at.en + " is never closed");
    if (scanner.fault() == FieldFault::TextBehindQuote)
      return bad_text(at.zh + "的引号之后还有文字", "text follows a closing quote in " + at.en);
    return {};
  }

 private:
  [[nodiscard]] std::optional<Error> limit_met(const FieldScanner& scanner) const {
    const auto at = line(scanner.line());
    if (scanner.record() >= limits_.rows) return too_large(at.zh + "起行过多", "too many rows from " + at.en);
    if (scanner.column() >= limits_.columns) return too_large(at.zh + "列过多", "too many columns in " + at.en);
    if (scanner.field().size() > limits_.text_bytes)
      return too_large(at.zh + "文字过长", "a text of " + at.en + " is too long");
    if (sheet_.cells.size() >= limits_.text_cells)
      return too_large(at.zh + "起单元格过多", "too many cells from " + at.en);
    return std::nullopt;
  }

  void keep(const FieldScanner& scanner) {
    Cell cell{scanner.record(), static_cast<std::uint16_t>(scanner.column())};
    const auto unprotected = reporting::csv_unprotected(scanner.field());
    const auto number = plain_number(unprotected);
    const auto text = number ? std::string_view{} : without_formula_quotes(unprotected);
    if (!number && text.empty()) return;
    cell.kind = number ? CellKind::Number : CellKind::Text;
    cell.number = number.value_or(0);
    cell.text = texts_.keep(text);
    sheet_.cells.push_back(cell);
  }

  const ReadLimits& limits_;
  intake::Sheet& sheet_;
  CellTexts texts_;
};

}  // namespace

Result<intake::Workbook> read_delimited(std::string_view bytes, const std::string& file_name,
                                        const ReadLimits& limits) {
  if (bytes.size() > limits.plain_bytes) return too_large("文本超过 16 MB", "more than 16 MB of text");
  GUATU_TRY(const auto decoded, decode_text(bytes));
  auto text = decoded.utf8;
  const auto* declared = take_declared(text);
  const auto& separator = declared != nullptr ? *declared : most_frequent(text);
  intake::Workbook workbook;
  workbook.file = file_name;
  workbook.sheets.emplace_back();
  workbook.sheets.front().name = stem_of(file_name);
  GUATU_CHECK(DelimitedReader(limits, workbook.sheets.front()).read(text, separator.character));
  workbook.notes.push_back(
      {"text_table", {decoded.encoding + " 编码、" + separator.zh, decoded.encoding + ", " + separator.en}, {}, {}});
  return workbook;
}

}  // namespace guatu::documents
