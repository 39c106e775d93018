#include "guatu/documents/web/read_web_table.hpp"

#include <algorithm>
#include <charconv>

#include "guatu/base/text.hpp"
#include "guatu/documents/cell_texts.hpp"
#include "guatu/documents/delimited/decode_text.hpp"
#include "guatu/documents/delimited/plain_value.hpp"
#include "guatu/documents/web/html_scanner.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

using intake::Cell;
using intake::CellKind;

/// Places that spans may cover and that looking for a free column may pass, all together: more is no table.
constexpr std::uint64_t kMostSteps = 4'000'000;

class WebTableReader {
 public:
  WebTableReader(const ReadLimits& limits, intake::Sheet& sheet) : limits_(limits), sheet_(sheet), texts_(sheet) {}

  Result<void> read(std::string_view html) {
    HtmlScanner scanner(html);
    for (auto kind = scanner.next(); kind != HtmlScanner::Kind::End && !refusal_; kind = scanner.next()) {
      if (kind == HtmlScanner::Kind::Text) take_text(scanner.text());
      if (kind == HtmlScanner::Kind::Opening) open(scanner);
      if (kind == HtmlScanner::Kind::Closing) close(scanner.name());
    }
    end_cell();
    if (refusal_) return *std::move(refusal_);
    return tables_ > 0 ? Result<void>{} : not_a_table("web");
  }

 private:
  void open(const HtmlScanner& scanner) {
    const auto& name = scanner.name();
    if (name == "table") begin_table();
    if (name == "br") text_ += '\n';
    if (depth_ != 1) return take_text(" ");
    if (name == "tr") begin_row(scanner);
    if (name == "td" || name == "th") begin_cell(scanner);
  }

  void close(const std::string& name) {
    if (depth_ == 1 && (name == "td" || name == "th" || name == "tr" || name == "table")) end_cell();
    if (depth_ == 1 && (name == "tr" || name == "table")) in_row_ = false;
    if (depth_ > 1) take_text(" ");
    if (name == "table" && depth_ > 0) --depth_;
    if (name == "p" || name == "div") text_ += '\n';
  }

  /// Inside a cell it is a part of the cell; between cells somebody forgot to end the one before.
  void begin_table() {
    depth_ = in_cell_ ? depth_ + 1 : 1;
    if (in_cell_) return;
    if (tables_++ > 0) next_row_ = std::max(next_row_, busy_below_) + 1;
    busy_.clear();
    in_row_ = false;
  }

  void begin_row(const HtmlScanner& scanner) {
    end_cell();
    row_ = next_row_++;
    column_ = 0;
    in_row_ = true;
    if (row_ >= limits_.rows) return refuse(too_large("行过多", "too many rows"));
    std::string style(scanner.attribute("style"));
    std::erase(style, ' ');
    if (style.find("display:none") != std::string::npos) sheet_.hidden_rows.push_back(row_);
  }

  void begin_cell(const HtmlScanner& scanner) {
    end_cell();
    if (!in_row_) begin_row(scanner);
    while (column_ < busy_.size() && busy_[column_] > row_) {
      ++column_;
      step();
    }
    const auto columns = span(scanner.attribute("colspan"), limits_.columns);
    const auto rows = span(scanner.attribute("rowspan"), limits_.rows - row_);
    if (column_ + columns > limits_.columns) return refuse(too_large("列过多", "too many columns"));
    busy_.resize(std::max<std::size_t>(busy_.size(), column_ + columns));
    for (std::uint32_t i = 0; i < columns; ++i, step())
      busy_[column_ + i] = std::max(busy_[column_ + i], row_ + rows);
    cell_ = Cell{row_, static_cast<std::uint16_t>(column_)};
    range_ = {row_, row_ + rows - 1, static_cast<std::uint16_t>(column_),
              static_cast<std::uint16_t>(column_ + columns - 1)};
    column_ += columns;
    in_cell_ = true;
    text_.clear();
  }

  void take_text(std::string_view written) {
    if (!in_cell_ || refusal_) return;
    if (text_.size() + written.size() > limits_.text_bytes)
      return refuse(too_large(intake::cell_name(cell_.row, cell_.column) + " 文字过长",
                              "the text of " + intake::cell_name(cell_.row, cell_.column) + " is too long"));
    const auto text = html_text(written);
    const bool blank_already = text_.ends_with(' ') || text_.ends_with('\n');
    text_ += std::string_view(text).substr(blank_already && text.starts_with(' ') ? 1 : 0);
  }

  void end_cell() {
    if (!in_cell_ || refusal_) return;
    in_cell_ = false;
    const auto text = trim(text_);
    if (text.empty()) return;
    if (sheet_.cells.size() >= limits_.text_cells) return refuse(too_large("单元格过多", "too many cells"));
    const auto number = plain_number(text);
    cell_.kind = number ? CellKind::Number : CellKind::Text;
    cell_.number = number.value_or(0);
    cell_.text = texts_.keep(number ? std::string_view{} : without_formula_quotes(text));
    sheet_.cells.push_back(cell_);
    busy_below_ = std::max(busy_below_, range_.last_row + 1);
    if (range_.last_row > range_.first_row || range_.last_column > range_.first_column) sheet_.merges.push_back(range_);
  }

  static std::uint32_t span(std::string_view written, std::uint32_t most) {
    std::uint32_t number = 1;
    std::from_chars(written.data(), written.data() + written.size(), number);
    return std::clamp<std::uint32_t>(number, 1, std::max<std::uint32_t>(most, 1));
  }

  void step() {
    if (++steps_ > kMostSteps) refuse(too_large("跨行跨列的单元格过多", "too many cells span rows and columns"));
  }

  void refuse(Error error) {
    if (!refusal_) refusal_ = std::move(error);
  }

  const ReadLimits& limits_;
  intake::Sheet& sheet_;
  CellTexts texts_;
  std::optional<Error> refusal_;
  std::vector<std::uint32_t> busy_;  ///< By column: the first row that no span from above covers.
  Cell cell_;
  intake::MergedRange range_{};
  std::string text_;
  std::uint32_t row_ = 0, next_row_ = 0, column_ = 0, busy_below_ = 0;
  std::uint64_t steps_ = 0;
  int depth_ = 0, tables_ = 0;
  bool in_row_ = false, in_cell_ = false;
};

}  // namespace

Result<intake::Workbook> read_web_table(std::string_view bytes, const std::string& file_name,
                                        const ReadLimits& limits) {
  if (bytes.size() > limits.plain_bytes) return too_large("网页超过 16 MB", "more than 16 MB of a web page");
  GUATU_TRY(const auto decoded, decode_text(bytes));
  intake::Workbook workbook;
  workbook.file = file_name;
  workbook.sheets.emplace_back();
  workbook.sheets.front().name = stem_of(file_name);
  GUATU_CHECK(WebTableReader(limits, workbook.sheets.front()).read(decoded.utf8));
  workbook.notes.push_back(
      {"text_table", {"网页（HTML）、" + decoded.encoding + " 编码", "a web page in " + decoded.encoding}, {}, {}});
  return workbook;
}

}  // namespace guatu::documents
