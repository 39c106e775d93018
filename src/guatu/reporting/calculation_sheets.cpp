#include <algorithm>

#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/calculation_detail.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

using Value = TableSheet::Value;
using leagues::LeagueRow;
using leagues::LeagueTable;

constexpr const char* kNone = "—";

TableSheet::Columns rank_columns(const LeagueTable& table) {
  const bool meets = table.measure == "meets";
  const bool procedures = table.measure == "strict";
  TableSheet::Columns columns{{"位次", 6},
                              {"单位", 22},
                              {meets        ? "达标项目\n（分子）"
                               : procedures ? "办结手续\n（分子）"
                                            : "办结项目\n（分子）",
                               11},
                              {procedures ? "涉及手续\n（分母）" : "统计项目\n（分母）", 11},
                              {meets ? "达标率" : "办结率", 10},
                              {"算式", 26},
                              {"较上一旬\n（百分点）", 12},
                              {"位次变化", 8}};
  if (!table.rows.empty())
    for (const auto& [level, ratio] : table.rows.front().split)
      columns.emplace_back(level, 11);
  for (const auto& [header, width] : {std::pair{"未办结手续", 9.0}, {"超期", 7.0}, {"已报未核", 9.0}, {"说明", 20.0}})
    columns.emplace_back(header, width);
  return columns;
}

std::string marks(const LeagueRow& row) {
  std::vector<std::string> words;
  for (const auto& [holds, word] : {std::pair{row.tied, "并列"},
                                    {row.bottom, "列入后位"},
                                    {row.flagged, "数量过少，仅供参考"},
                                    {row.exempt, "经批准不约谈"}})
    if (holds) words.emplace_back(word);
  return joined(words);
}

/// "19÷28=67.857…%": the division as a calculator shows it, cut after three digits, so that the rounding can be followed.
std::string division_text(const Ratio& ratio) {
  const auto thousandths = ratio.numerator * 100'000 / ratio.denominator;
  const bool exact = ratio.numerator * 100'000 % ratio.denominator == 0;
  auto digits = number(thousandths % 1000 + 1000).substr(1);
  if (exact) digits.erase(digits.find_last_not_of('0') + 1);
  return number(ratio.numerator) + "÷" + number(ratio.denominator) + "=" + number(thousandths / 1000) +
         (digits.empty() ? "" : "." + digits) + (exact ? "" : "…") + "%";
}

std::vector<Value> rank_row(const LeagueRow& row) {
  std::vector<Value> values{std::int64_t{row.rank},
                            row.name,
                            row.rate.ratio.numerator,
                            row.rate.ratio.denominator,
                            row.rate.text(),
                            division_text(row.rate.ratio),
                            row.rate.change.value_or(kNone),
                            row.rank_change ? Value(std::int64_t{*row.rank_change}) : Value(std::string(kNone))};
  for (const auto& [level, ratio] : row.split)
    values.emplace_back(number(ratio.numerator) + "/" + number(ratio.denominator));
  for (const auto count : {row.unfinished_procedures, row.overdue, row.unverified})
    values.emplace_back(count);
  values.emplace_back(marks(row));
  return values;
}

std::vector<Value> plain_row(std::size_t columns, std::vector<Value> first, std::string last) {
  first.resize(columns - 1, std::string{});
  first.emplace_back(std::move(last));
  return first;
}

SheetModel rank_sheet(const BulletinInput& input, const LeagueTable& table, std::int64_t index) {
  const auto columns = rank_columns(table);
  TableSheet sheet("排名" + number(index) + " " + table.name.zh, table.name.zh + "排名测算表", as_of_line(input),
                   columns);
  std::int64_t done = 0;
  std::int64_t counted = 0;
  for (const auto& row : table.rows) {
    sheet.add_row(rank_row(row));
    done += row.rate.ratio.numerator;
    counted += row.rate.ratio.denominator;
  }
  for (const auto& unit : table.unranked)
    sheet.add_row(plain_row(columns.size(),
                            {std::string(kNone), unit_name(input.campaign, unit, input.as_of), std::int64_t{0},
                             std::int64_t{0}, std::string(kNone), std::string(kNone)},
                            "没有统计对象，不参加排名"));
  sheet.add_row(plain_row(columns.size(), {std::string{}, std::string("合计"), done, counted}, {}),
                CellStyle::Emphasis);
  sheet.add_note("规则：" + table.rule.zh);
  sheet.add_note("核算：分子、分母逐行见“明细" + number(index) +
                 "”；百分率保留一位小数、四舍五入，未达到目标值或100%的不进位到该值。位次变化为正的是上升。");
  return sheet.take();
}

}  // namespace

std::vector<SheetModel> rank_sheets(const BulletinInput& input) {
  std::vector<SheetModel> sheets;
  for (const auto& table : input.leagues.leagues)
    sheets.push_back(rank_sheet(input, table, static_cast<std::int64_t>(sheets.size()) + 1));
  return sheets;
}

WorkbookModel calculation_sheets(const BulletinInput& input) {
  WorkbookModel model{"排名测算表", input.as_of, {}};
  std::int64_t index = 0;
  for (const auto& table : input.leagues.leagues) {
    const auto rule = std::ranges::find(input.campaign.leagues, table.id, &campaign::LeagueRule::id);
    if (rule == input.campaign.leagues.end()) continue;
    model.sheets.push_back(rank_sheet(input, table, ++index));
    model.sheets.push_back(calculation_detail(input, table, *rule, index));
  }
  return model;
}

}  // namespace guatu::reporting
