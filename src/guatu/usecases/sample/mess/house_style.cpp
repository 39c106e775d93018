#include "guatu/usecases/sample/mess/house_style.hpp"

namespace guatu::usecases::mess {
namespace {

Layout draw_layout(RandomSource& random) {
  static const std::vector<Layout> kLayouts{Layout::TwoSheets, Layout::Wide,       Layout::Wide, Layout::Wide,
                                            Layout::Joined,    Layout::Long,       Layout::Long, Layout::LongMerged,
                                            Layout::LongOnce,  Layout::StateCells, Layout::Mixed};
  return random.one_of(kLayouts);
}

void draw_spellings(HouseStyle& style, RandomSource& random) {
  style.days = static_cast<DayStyle>(random.below(kDayStyles));
  style.plan_days = random.chance(60) ? style.days : static_cast<DayStyle>(random.below(kDayStyles));
  style.money = static_cast<MoneyStyle>(random.below(static_cast<int>(MoneyStyle::InCell) + 1));
  style.words = random.below(1000);
  style.ticks = random.chance(20);
  style.symbol_ticks = random.chance(10);
  style.dashes_in_block = random.chance(25);
  style.vague_plans = random.chance(30);
  style.date1904 = random.chance(8);
  style.dashes_for_nothing = random.chance(20);
}

/// A text file keeps nothing but what is shown in one sheet, so only tables without merged cells survive it.
void become_text_file(HouseStyle& style, RandomSource& random) {
  if (style.layout == Layout::TwoSheets || style.layout == Layout::Mixed) style.layout = Layout::StateCells;
  if (style.layout == Layout::Wide) style.layout = Layout::Joined;
  if (style.layout == Layout::LongMerged) style.layout = Layout::LongOnce;
  style.text_file = random.between(1, 3);
  style.group_rows = 0;
  style.sections = style.merged_districts = style.sheet_per_district = style.symbol_ticks = false;
  style.upper_problems = style.hidden_old_sheet = style.extra_sheets = style.hidden_row = style.hidden_column = false;
}

}  // namespace

HouseStyle draw_house_style(Level level, RandomSource random) {
  HouseStyle style;
  style.level = level;
  style.layout = draw_layout(random);
  style.sub_columns = random.below(1000);
  style.header_words = random.below(1000);
  style.header_dress = random.below(4);
  style.group_rows = random.chance(30) ? 1 : (random.chance(20) ? 2 : 0);
  style.column_numbers = random.chance(15);
  style.repeat_header_every = random.chance(12) ? 6 : 0;
  style.sections = random.chance(18);
  style.subtotals = random.chance(30);
  style.blank_rows = random.chance(12);
  style.example_row = random.chance(12);
  style.merged_districts = !style.sections && random.chance(25);
  style.hidden_row = random.chance(12);
  style.hidden_column = random.chance(12);
  style.hidden_old_sheet = random.chance(12);
  style.extra_sheets = random.chance(25);
  style.footer = random.chance(50);
  style.upper_problems = random.chance(15);
  style.merged_kinds = random.chance(12);
  style.sheet_per_district = random.chance(10);
  style.unit_in_caption = random.chance(85);
  style.caption = random.below(1000);
  style.sheet_name = random.below(1000);
  static const std::vector<MoneyStyle> kPlainMoney{MoneyStyle::HundredMillion, MoneyStyle::TenThousand,
                                                   MoneyStyle::CaptionHundredMillion};
  style.money = random.one_of(kPlainMoney);
  if (level >= Level::Spellings) draw_spellings(style, random);
  if (level >= Level::Spellings && random.chance(10)) become_text_file(style, random);
  style.strange_column = level >= Level::Traps && random.chance(15);
  return style;
}

const char* layout_name(Layout layout) {
  switch (layout) {
    case Layout::TwoSheets:
      return "two sheets";
    case Layout::Wide:
      return "wide";
    case Layout::Joined:
      return "wide, one header row";
    case Layout::Long:
      return "long";
    case Layout::LongMerged:
      return "long, merged projects";
    case Layout::LongOnce:
      return "long, projects once";
    case Layout::StateCells:
      return "state cells";
    case Layout::Mixed:
      return "mixed";
  }
  return "";
}

}  // namespace guatu::usecases::mess
