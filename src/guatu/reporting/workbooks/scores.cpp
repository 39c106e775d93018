#include <algorithm>

#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/wording.hpp"
#include "guatu/reporting/workbooks/workbooks.hpp"

namespace guatu::reporting {
namespace {

/// 67.86: points of a hundred, half up to two decimals; exact.
std::string points(const Ratio& ratio) {
  const auto hundredths = (ratio.numerator * 20'000 + ratio.denominator) / (2 * ratio.denominator);
  const auto rest = number(hundredths % 100 + 100).substr(1);
  return number(hundredths / 100) + "." + rest;
}

std::string remarks(const leagues::LeagueTable& table, const leagues::LeagueRow& row) {
  std::vector<std::string> words;
  if (row.tied) words.emplace_back("并列");
  if (row.flagged) words.emplace_back("数量过少，仅供参考");
  if (row.exempt) words.emplace_back("经批准不约谈");
  if (std::ranges::find(table.candidates, row.unit) != table.candidates.end()) words.emplace_back("建议约谈");
  return joined(words);
}

SheetModel score_sheet(const BulletinInput& input, const leagues::LeagueTable& table) {
  TableSheet sheet(table.name.zh, table.name.zh + "前期手续办理考核得分表", as_of_line(input),
                   {{"位次", 7},
                    {"单位", 30},
                    {table.measure == "strict" ? "涉及手续" : "统计项目", 12},
                    {table.measure == "meets" ? "达标项目" : "办结", 12},
                    {"比率", 10},
                    {"得分（百分制）", 12},
                    {"其中已报未核（不计分）", 14},
                    {"说明", 28}});
  for (const auto& row : table.rows)
    sheet.add_row({std::int64_t{row.rank}, row.name, row.rate.ratio.denominator, row.rate.ratio.numerator,
                   row.rate.text(), points(row.rate.ratio), row.unverified, remarks(table, row)});
  sheet.add_note("规则：" + table.rule.zh);
  sheet.add_note(input.leagues.assessment
                     ? "考核节点：" + format_chinese(input.as_of) +
                           "。得分为比率折算的百分制，保留两位小数；已报未核的办结手续不计入得分。"
                     : format_chinese(input.as_of) + "不是考核节点，本表仅供测算，不作为考核结果。");
  return sheet.take();
}

}  // namespace

WorkbookModel score_sheets(const BulletinInput& input) {
  WorkbookModel workbook{"考核得分表", input.as_of, {}};
  for (const auto& table : input.leagues.leagues)
    workbook.sheets.push_back(score_sheet(input, table));
  return workbook;
}

}  // namespace guatu::reporting
