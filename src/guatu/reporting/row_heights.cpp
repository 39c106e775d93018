#include "guatu/reporting/row_heights.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "guatu/base/text.hpp"

namespace guatu::reporting {
namespace {

constexpr double kLineHeight = 14;  // Points, for text of 10.
/// Latin letters and digits are reckoned wider than they are: where the named font is missing its stand-in is.
constexpr double kNarrowCharacter = 1.15;
/// What a workbook program draws at most; beyond it, it refuses the file.
constexpr double kHighestRow = 409;

bool is_narrow(char32_t character) {
  return character < 0x80;
}

/// One line being filled, from the left.
class Line {
 public:
  explicit Line(double room) : room_(room) {}

  void put(double width) {
    if (used_ > 0 && used_ + width > room_) next();
    const double cuts = std::max(0.0, std::ceil(width / room_) - 1);  // A number longer than the column is cut.
    lines_ += static_cast<std::size_t>(cuts);
    used_ += width - cuts * room_;
  }
  void next() {
    ++lines_;
    used_ = 0;
  }
  [[nodiscard]] std::size_t lines() const { return lines_; }

 private:
  double room_;
  double used_ = 0;
  std::size_t lines_ = 1;
};

double room_for(const SheetModel& sheet, const SheetCell& cell) {
  double width = 0;
  for (std::size_t c = cell.column; c < std::size_t{cell.column} + cell.span_columns; ++c)
    if (c < sheet.column_widths.size()) width += sheet.column_widths[c];
  return width;
}

/// Most texts do; found without taking them apart.
bool stands_in_one_line(const std::string& text, double room) {
  return static_cast<double>(display_width(text)) * kNarrowCharacter <= room && text.find('\n') == std::string::npos;
}

bool wraps(CellStyle style) {
  return style != CellStyle::Title && style != CellStyle::Caption;
}

}  // namespace

std::size_t wrapped_lines(std::string_view text, double column_width) {
  Line line(std::max(column_width, 2.0));
  double word = 0;
  const auto end_word = [&] {
    if (word > 0) line.put(word);
    word = 0;
  };
  for (const auto character : code_points(text)) {
    if (is_narrow(character) && character != U'\n') {
      word += kNarrowCharacter;
      if (character == U' ' || character == U'-') end_word();
      continue;
    }
    end_word();
    if (character == U'\n')
      line.next();
    else
      line.put(2);
  }
  end_word();
  return line.lines();
}

void fit_row_heights(SheetModel& sheet) {
  std::map<std::uint32_t, double> heights(sheet.row_heights.begin(), sheet.row_heights.end());
  for (const auto& cell : sheet.cells) {
    const auto* text = std::get_if<std::string>(&cell.value);
    if (text == nullptr || text->empty() || !wraps(cell.style)) continue;
    const auto room = room_for(sheet, cell);
    if (stands_in_one_line(*text, room)) continue;
    if (room == 0) continue;  // The program's own width; it is the program's own height too.
    const auto lines = wrapped_lines(*text, room);
    if (lines == 1) continue;
    auto& height = heights[cell.row];
    height = std::max(height, std::min(kLineHeight * static_cast<double>(lines) + 2, kHighestRow));
  }
  sheet.row_heights.assign(heights.begin(), heights.end());
}

}  // namespace guatu::reporting
