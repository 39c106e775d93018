#include "guatu/reporting/league_wording.hpp"

#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

using leagues::LeagueRow;
using leagues::LeagueTable;
using Rows = std::vector<const LeagueRow*>;

constexpr int kTopPlaces = 3;

template <typename Wanted>
Rows rows_where(const LeagueTable& table, Wanted wanted) {
  Rows rows;
  for (const auto& row : table.rows)
    if (wanted(row)) rows.push_back(&row);
  return rows;
}

/// 前三位 is a floor, as 后三位 is; but whoever has finished nothing is not praised, and nobody is first and last at once.
Rows top_group(const LeagueTable& table) {
  return rows_where(table, [](const LeagueRow& row) {
    return row.rank <= kTopPlaces && row.rate.ratio.numerator > 0 && !row.bottom;
  });
}

Rows bottom_group(const LeagueTable& table) {
  return rows_where(table, [](const LeagueRow& row) { return row.bottom; });
}

std::string names_of_rows(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto* row : rows)
    names.push_back(row->name);
  return joined(names);
}

std::string names_of_units(const std::vector<UnitCode>& units, const UnitNamer& name_of) {
  std::vector<std::string> names;
  for (const auto& unit : units)
    names.push_back(name_of(unit));
  return joined(names);
}

std::string measure_words(const std::string& measure) {
  if (measure == "meets") return "按项目达标率排名：";
  return measure == "strict" ? "按手续办结率排名：" : "按项目办结率排名：";
}

/// Rates as a reader of a ranking expects them: a plain 0 for nothing.
std::string place_rate(const LeagueRow& row) {
  return row.rate.ratio.numerator == 0 ? "0" : row.rate.text();
}

/// 前三, 后两; 首 and 末 for one alone.
std::string places(const std::string& side, std::size_t count) {
  if (count == 1) return side == "前" ? "首" : "末";
  return side + place_count(count);
}

std::string ranked_words(const LeagueTable& table, int bottom) {
  Rows all = rows_where(table, [](const LeagueRow&) { return true; });
  const auto low = bottom_group(table);
  const auto last = low.empty() ? std::string{} : "；排在" + places("后", low.size()) + "位的是" + grouped_units(low);
  if (all.size() == 1) return all.front()->name + "（" + place_rate(*all.front()) + "）。";
  if (all.back()->rank == 1) return "各单位并列，" + grouped_units(all) + "，不列后位。";
  if (all.size() <= static_cast<std::size_t>(kTopPlaces) + static_cast<std::size_t>(bottom))
    return "由高到低依次为" + grouped_units(all) + last + "。";
  const auto top = top_group(table);
  return "排在" + places("前", top.size()) + "位的是" + grouped_units(top) + last + "。";
}

}  // namespace

std::string grouped_units(const Rows& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size();) {
    Rows group;
    for (const auto place = rows[i]->rank; i < rows.size() && rows[i]->rank == place; ++i)
      group.push_back(rows[i]);
    if (!text.empty()) text += "、";
    text += names_of_rows(group) + (group.size() > 1 ? "（均为" : "（") + place_rate(*group.front()) + "）";
  }
  return text;
}

std::string league_sentence(const LeagueTable& table, const campaign::LeagueRule& rule, const UnitNamer& name_of) {
  std::string text = table.rows.empty() ? "本序列暂无可统计的单位，不排名。"
                                        : measure_words(table.measure) + ranked_words(table, rule.bottom);
  const bool projects = rule.counts == campaign::LeagueUnit::Project;
  const auto flagged = rows_where(table, [](const LeagueRow& row) { return row.flagged; });
  if (!flagged.empty())
    text += names_of_rows(flagged) + "纳入统计的" + (projects ? "项目" : "手续") + "不足" + number(rule.minimum_size) +
            (projects ? "个" : "项") + "，位次仅供参考。";
  if (!table.rows.empty() && !table.unranked.empty())
    text +=
        names_of_units(table.unranked, name_of) + "没有纳入统计的" + (projects ? "项目" : "手续") + "，不参加排名。";
  return text;
}

std::string summons_sentence(const LeagueTable& table, bool assessment, const UnitNamer& name_of) {
  const auto low = bottom_group(table);
  if (low.empty()) return {};
  if (!assessment) return "对" + names_of_rows(low) + "予以提醒，请对照未办结手续清单（附件3）逐项查找原因，加快办理。";
  const auto exempt = rows_where(table, [](const LeagueRow& row) { return row.bottom && row.exempt; });
  std::string text;
  if (!table.candidates.empty())
    text += "约谈对象建议：拟约谈" + names_of_units(table.candidates, name_of) + "主要负责同志，按程序报批后实施。";
  if (!exempt.empty()) text += names_of_rows(exempt) + "因客观原因经批准不列为约谈对象。";
  return text;
}

}  // namespace guatu::reporting
