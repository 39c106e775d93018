#pragma once

#include <vector>

#include "guatu/usecases/sample/random_source.hpp"

/// How one unit's clerk works. Drawn once a unit and kept over the dekads.
namespace guatu::usecases::mess {

/// How far a return is from the form that was sent out.
enum class Level {
  Clean,      ///< The form itself.
  Layouts,    ///< Other layouts and headers, words of the form.
  Spellings,  ///< Also every spelling.
  Traps       ///< Also what nobody can know.
};

enum class Layout {
  TwoSheets,   ///< 任务表 and 手续明细
  Wide,        ///< A procedure's name over its sub-columns
  Joined,      ///< The same in one header row: procedure and sub-column in one text
  Long,        ///< One line a procedure
  LongMerged,  ///< One line a procedure, the project's cells merged over them
  LongOnce,    ///< One line a procedure, the project's cells only in its first
  StateCells,  ///< One cell a procedure
  Mixed        ///< Some procedures with sub-columns, the others with one cell
};

enum class DayStyle {
  RealIso,
  RealSlash,
  RealDots,
  RealChinese,
  RealBuiltIn,
  RealMonthDay,
  RealWithTime,
  Dashes,
  Slashes,
  Dots,
  FullWidthDots,
  FullWidthDigits,
  Compact,
  CompactNumber,
  Chinese,
  ChineseNumerals,
  ShortYear,
  MonthDay,
  SerialText,
  SerialNumber,
  WithTime,
  Sloppy
};
inline constexpr int kDayStyles = static_cast<int>(DayStyle::Sloppy) + 1;

enum class MoneyStyle { HundredMillion, TenThousand, CaptionHundredMillion, CaptionTenThousand, InCell };

struct HouseStyle {
  Level level = Level::Layouts;
  Layout layout = Layout::Wide;
  int sub_columns = 0;   ///< Which subset of sub-columns.
  int header_words = 0;  ///< Chooses among the names of each column.
  int header_dress = 0;  ///< 0 plain, 1 spaced, 2 line breaks, 3 remarks in full-width brackets.
  int group_rows = 0;    ///< Header rows above the procedures' names.
  bool column_numbers = false;
  int repeat_header_every = 0;  ///< Rows; 0: never.
  bool sections = false;
  bool subtotals = false;
  bool blank_rows = false;
  bool example_row = false;
  bool merged_districts = false;
  bool hidden_row = false;
  bool hidden_column = false;
  bool hidden_old_sheet = false;
  bool extra_sheets = false;
  bool footer = false;
  bool merged_kinds = false;  ///< One column for kinds that the campaign lets share one.
  bool sheet_per_district = false;
  bool unit_in_caption = true;
  int caption = 0;
  int sheet_name = 0;
  bool date1904 = false;
  DayStyle days = DayStyle::RealIso;
  DayStyle plan_days = DayStyle::RealIso;
  MoneyStyle money = MoneyStyle::HundredMillion;
  int words = 0;                 ///< Chooses the usual word for each state.
  bool ticks = false;            ///< √ for finished
  bool symbol_ticks = false;     ///< The same as a letter in a symbol font
  bool dashes_in_block = false;  ///< A block that does not apply is filled with dashes.
  bool vague_plans = false;
  bool dashes_for_nothing = false;  ///< Days and numbers that are not there yet are a dash or 无.
  bool upper_problems = false;      ///< Annex 3 as a sheet of the same workbook.
  int text_file = 0;                ///< Saved as text: 1 commas, 2 commas in GB18030, 3 tabs.
  bool strange_column = false;      ///< A column that nobody has heard of.
};

[[nodiscard]] HouseStyle draw_house_style(Level level, RandomSource random);
[[nodiscard]] const char* layout_name(Layout layout);

/// Percent of cells in which a clerk leaves the own habit.
inline constexpr int kOutOfHabit = 15;

}  // namespace guatu::usecases::mess
