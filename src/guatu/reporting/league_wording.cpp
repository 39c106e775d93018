#include "guatu/reporting/league_wording.hpp"

#include <algorithm>
#include <array>

namespace guatu::reporting {
namespace {

using leagues::LeagueRow;

constexpr int kTopPlaces = 3;

std::vector<const LeagueRow*> top_group(const leagues::LeagueTable& table) {
  std::vector<const LeagueRow*> rows;
  for (const auto& row : table.rows)
    if (row.rank <= kTopPlaces) rows.push_back(&row);
  return rows;
}

std::vector<const LeagueRow*> bottom_group(const leagues::LeagueTable& table) {
  std::vector<const LeagueRow*> rows;
  for (const auto& row : table.rows)
    if (row.bottom) rows.push_back(&row);
  return rows;
}

/// 后两位, not 后二位.
std::string place_count(int count) {
  return count == 2 ? "两" : chinese_number(count);
}

}  // namespace

std::string chinese_number(int number) {
  constexpr std::array<const char*, 11> kDigits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (number <= 10) return kDigits[static_cast<std::size_t>(number)];
  if (number < 20) return std::string("十") + kDigits[static_cast<std::size_t>(number - 10)];
  const std::string tens = std::string(kDigits[static_cast<std::size_t>(number / 10 % 10)]) + "十";
  return number % 10 == 0 ? tens : tens + kDigits[static_cast<std::size_t>(number % 10)];
}

std::string grouped_units(const std::vector<const LeagueRow*>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i + 1;
    while (end < rows.size() && rows[end]->rank == rows[i]->rank)
      ++end;
    for (std::size_t k = i; k < end; ++k)
      text += (text.empty() ? "" : "、") + rows[k]->name;
    text += end - i > 1 ? "（均为" + rows[i]->rate.text() + "）" : "（" + rows[i]->rate.text() + "）";
    i = end;
  }
  return text;
}

std::string league_sentence(const leagues::LeagueTable& table, int bottom,
                            const std::function<std::string(const UnitCode&)>& name_of) {
  if (table.rows.empty()) return "本旬没有可参加排名的单位。";
  const auto top = top_group(table);
  const auto low = bottom_group(table);
  std::string text = "排在前" + place_count(std::min<int>(kTopPlaces, static_cast<int>(table.rows.size()))) + "位的是" +
                     grouped_units(top) + "；";
  if (bottom > 0 && !low.empty()) {
    text += "排在后" + place_count(static_cast<int>(low.size())) + "位的是" + grouped_units(low) + "。";
  } else {
    text += "没有列入后位的单位。";
  }
  if (!table.unranked.empty()) {
    std::string names;
    for (const auto& unit : table.unranked)
      names += (names.empty() ? "" : "、") + name_of(unit);
    text += names + "无应统计项目，不参加排名。";
  }
  return text;
}

}  // namespace guatu::reporting
