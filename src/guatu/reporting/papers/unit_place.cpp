#include "guatu/reporting/papers/unit_place.hpp"

#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

std::string rate_name(const leagues::LeagueTable& league) {
  if (league.measure == "meets") return "项目达标率";
  return league.measure == "strict" ? "手续办结率" : "项目办结率";
}

std::string place_words(const UnitPlace& place) {
  const auto& row = *place.row;
  auto words = "在" + place.league->name.zh + "中" + rate_name(*place.league) + rate_words(row.rate) + "，" +
               (row.tied ? "并列" : "排") + "第" + number(row.rank) + "位（共" +
               number(static_cast<std::int64_t>(place.league->rows.size())) + "个单位）";
  const auto change = change_words(row.rate, "上一旬");
  return change.empty() ? words : words + "，" + change;
}

}  // namespace

std::vector<UnitPlace> places_of(const BulletinInput& input, const UnitCode& unit) {
  std::vector<UnitPlace> places;
  for (const auto& league : input.leagues.leagues)
    for (const auto& row : league.rows)
      if (row.unit == unit) places.push_back({&league, &row});
  return places;
}

std::string place_sentence(const BulletinInput& input, const UnitCode& unit) {
  std::string text;
  for (const auto& place : places_of(input, unit))
    text += (text.empty() ? "你单位" : "；") + place_words(place);
  return text.empty() ? text : text + "。";
}

Error unknown_unit(const UnitCode& unit) {
  return make_error(ErrorKind::NotFound, unit.text(),
                    "没有代码为 " + unit.text() + " 的单位，代码见攻坚行动的 units.toml",
                    "no unit has the code " + unit.text() + "; codes are in the campaign's units.toml");
}

}  // namespace guatu::reporting
